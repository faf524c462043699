package dev.rampline.emulator;

import java.util.Locale;
import java.util.Objects;

/**
 * How each of the provider's channels misbehaves.
 *
 * @param webhook what it posts
 * @param socket what it speaks
 * @param api what it answers
 */
public record ChannelFaults(FaultRates webhook, FaultRates socket, FaultRates api) {
  /** Nothing lost anywhere; webhooks repeated, thrown back and unheard, as they always are. */
  public static final ChannelFaults DEFAULT =
      new ChannelFaults(
          new FaultRates(0, 0, 25, 24, 8, 0), new FaultRates(0, 0, 5, 6, 0, 0), FaultRates.NONE);

  public ChannelFaults {
    Objects.requireNonNull(webhook, "webhook");
    Objects.requireNonNull(socket, "socket");
    Objects.requireNonNull(api, "api");
  }

  /**
   * The same with one fault changed.
   *
   * @param name channel and kind, such as {@code api.refuse}
   * @throws IllegalArgumentException if there is no such fault, or not so much of it
   */
  public ChannelFaults with(String name, int value) {
    int dot = name.indexOf('.');
    String channel = name.substring(0, Math.max(0, dot)).toLowerCase(Locale.ROOT);
    String kind = name.substring(dot + 1);
    return switch (channel) {
      case "webhook" -> new ChannelFaults(webhook.with(kind, value), socket, api);
      case "socket" -> new ChannelFaults(webhook, socket.with(kind, value), api);
      case "api" -> new ChannelFaults(webhook, socket, api.with(kind, value));
      default ->
          throw new IllegalArgumentException(
              "There is no fault " + name + ": it begins with webhook., socket. or api.");
    };
  }
}
