package dev.rampline.rotation;

/** Why there is no new token. */
public enum RotationFailure {
  /** The document of keys cannot be read. */
  KEYS_UNAVAILABLE("keys-unavailable"),
  /** The document of keys cannot be used as it stands. */
  KEYS_INVALID("keys-invalid"),
  /** The document names no API key or no API secret. */
  NO_CREDENTIALS("no-credentials"),
  /** The provider will not give one to these credentials. */
  PROVIDER_REFUSED("provider-refuses"),
  /** The provider answered with something that is no token. */
  PROVIDER_RESPONSE_INVALID("provider-answers-oddly"),
  /** The provider is down, throttles, or was silent until the deadline. */
  PROVIDER_UNAVAILABLE("provider-unavailable"),
  /** One was given, and could not be stored: it is lost. */
  NOT_STORED("not-stored");

  private final String text;

  RotationFailure(String text) {
    this.text = text;
  }

  /** What it is called in a log. */
  public String text() {
    return text;
  }
}
