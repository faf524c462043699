package dev.rampline.event;

import java.util.stream.Stream;

/**
 * The channel that delivered an event. The socket is unsigned: its events are always unverified.
 */
public enum Channel {
  WEBHOOK("webhook"),
  API("api"),
  SOCKET("socket");

  private final String text;

  Channel(String text) {
    this.text = text;
  }

  /**
   * Returns the channel with that name in records and messages.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Channel of(String text) {
    return Stream.of(values())
        .filter(channel -> channel.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Unknown channel: " + text));
  }

  /** Returns the name in records and messages. */
  public String text() {
    return text;
  }
}
