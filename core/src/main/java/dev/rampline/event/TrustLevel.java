package dev.rampline.event;

import java.util.stream.Stream;

/** How far Rampline trusts an event. The constants are in ascending order. */
public enum TrustLevel {
  /** From the socket, which is unsigned. */
  UNVERIFIED("unverified"),
  /** From a webhook whose signature was verified. */
  SIGNED("signed"),
  /** From the provider's own API. */
  FETCHED("fetched");

  private final String text;

  TrustLevel(String text) {
    this.text = text;
  }

  /**
   * Returns the trust level with that name in records and messages.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static TrustLevel of(String text) {
    return Stream.of(values())
        .filter(level -> level.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Unknown trust level: " + text));
  }

  /** Returns the name in records and messages. */
  public String text() {
    return text;
  }
}
