package dev.rampline.adapter.telemetry;

/** What was unavailable for a delivery. */
public enum UnavailableCause {
  /** Both were unavailable or did not respond, or the ledger throttled or lost every write race. */
  LEDGER_AND_RETRY_QUEUE("ledger-and-retry-queue"),
  /** The quarantine did not accept a payload. */
  QUARANTINE("quarantine"),
  /** The keys could not be read. */
  KEYS_UNREACHABLE("keys-unreachable"),
  /** The key document is invalid. */
  KEYS_INVALID("keys-invalid");

  private final String text;

  UnavailableCause(String text) {
    this.text = text;
  }

  /** Returns the name in log entries and metric dimensions. */
  public String text() {
    return text;
  }
}
