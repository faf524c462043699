package dev.rampline.observation;

import java.util.Locale;

/** The way by which a word came. The socket is unsigned: what it says is only ever a claim. */
public enum Channel {
  WEBHOOK,
  API,
  SOCKET;

  /**
   * The channel with that name in records and messages.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Channel of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** The name in records and messages. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
