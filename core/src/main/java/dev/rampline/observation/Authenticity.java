package dev.rampline.observation;

import java.util.Locale;

/** How surely the provider said it. The order of the constants is the order of trust. */
public enum Authenticity {
  /** Nobody vouches for it: a claim from the socket. */
  CLAIMED,
  /** It came with a signature that only the provider could have made. */
  SIGNED,
  /** It was asked of the provider's own API. */
  FETCHED;

  /**
   * The authenticity with that name in records and messages.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Authenticity of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** The name in records and messages. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
