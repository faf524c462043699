package dev.rampline.adapter.telemetry;

import java.util.Locale;

/** What a delivery needs and could not have. */
public enum Outage {
  /** Both are down or silent, or the ledger throttled, or lost to others race after race. */
  LEDGER_AND_SPILL,
  /** No keys came. */
  KEYS_UNREACHABLE,
  /** Keys came that cannot be used. */
  KEYS_INVALID;

  /** The name in lines. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
