package dev.rampline.subscriber.socket;

import dev.rampline.json.Json;
import java.util.List;
import java.util.Objects;

/**
 * An event as the server sent it.
 *
 * @param name the event's name
 * @param arguments what came with it, bounded in depth and size
 */
public record SocketEvent(String name, List<Json> arguments) {
  public SocketEvent {
    Objects.requireNonNull(name, "name");
    arguments = List.copyOf(arguments);
  }
}
