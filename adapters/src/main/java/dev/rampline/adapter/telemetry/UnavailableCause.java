package dev.rampline.adapter.telemetry;

/** What a delivery needs and could not have. */
public enum UnavailableCause {
  /** Both are down or silent, or the ledger throttled, or lost to others race after race. */
  LEDGER_AND_RETRY_QUEUE("ledger-and-retry-queue"),
  /** No keys came. */
  KEYS_UNREACHABLE("keys-unreachable"),
  /** Keys came that cannot be used. */
  KEYS_INVALID("keys-invalid");

  private final String text;

  UnavailableCause(String text) {
    this.text = text;
  }

  /** The name in log entries and metric dimensions. */
  public String text() {
    return text;
  }
}
