package dev.rampline.event;

import java.util.stream.Stream;

/** The way on which an event came. The socket is unsigned: its events are always unverified. */
public enum Channel {
  WEBHOOK("webhook"),
  API("api"),
  SOCKET("socket");

  private final String text;

  Channel(String text) {
    this.text = text;
  }

  /**
   * The channel with that name in records and messages.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Channel of(String text) {
    return Stream.of(values())
        .filter(channel -> channel.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No channel: " + text));
  }

  /** The name in records and messages. */
  public String text() {
    return text;
  }
}
