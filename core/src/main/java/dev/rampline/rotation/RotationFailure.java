package dev.rampline.rotation;

/** Why no new token was stored. */
public enum RotationFailure {
  /** The key document cannot be read. */
  KEYS_UNAVAILABLE("keys-unavailable"),
  /** The key document is invalid. */
  KEYS_INVALID("keys-invalid"),
  /** The key document has no API key or no API secret. */
  NO_CREDENTIALS("no-credentials"),
  /** The provider rejects these credentials. */
  PROVIDER_REJECTED("provider-rejects"),
  /** The provider's response contains no token. */
  PROVIDER_RESPONSE_INVALID("provider-response-invalid"),
  /** The provider is unavailable, throttles, or did not respond before the deadline. */
  PROVIDER_UNAVAILABLE("provider-unavailable"),
  /** The provider issued a token that could not be stored: it is lost. */
  NOT_STORED("not-stored");

  private final String text;

  RotationFailure(String text) {
    this.text = text;
  }

  /** Returns the name in log entries. */
  public String text() {
    return text;
  }
}
