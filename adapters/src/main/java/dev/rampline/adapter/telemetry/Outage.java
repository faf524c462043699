package dev.rampline.adapter.telemetry;

import java.util.Locale;

/** What a delivery needs and could not have. */
public enum Outage {
  /** It is down, throttled, silent, or lost to others race after race. */
  LEDGER,
  /** No keys came. */
  KEYS_UNREACHABLE,
  /** Keys came that cannot be used. */
  KEYS_INVALID;

  /** The name in lines. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
