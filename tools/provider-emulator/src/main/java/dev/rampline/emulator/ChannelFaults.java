package dev.rampline.emulator;

import java.util.Locale;
import java.util.Objects;

/**
 * The faults of the provider's channels.
 *
 * @param webhook the faults of webhooks
 * @param socket the faults of the socket
 * @param api the faults of the API
 */
public record ChannelFaults(FaultRates webhook, FaultRates socket, FaultRates api) {
  /** The defaults: nothing is lost; webhooks are repeated and reordered, and responses get lost. */
  public static final ChannelFaults DEFAULT =
      new ChannelFaults(
          new FaultRates(0, 0, 25, 24, 8, 0), new FaultRates(0, 0, 5, 6, 0, 0), FaultRates.NONE);

  public ChannelFaults {
    Objects.requireNonNull(webhook, "webhook");
    Objects.requireNonNull(socket, "socket");
    Objects.requireNonNull(api, "api");
  }

  /**
   * The same faults with one rate changed.
   *
   * @param name the channel and kind, such as {@code api.reject}
   * @throws IllegalArgumentException if the fault does not exist or the value is out of range
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
              "Unknown fault " + name + ": must begin with webhook., socket. or api.");
    };
  }
}
