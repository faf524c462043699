package dev.rampline.subscriber.socket;

import dev.rampline.json.Json;
import java.util.List;
import java.util.Objects;

/**
 * An event of the socket as the server sent it.
 *
 * @param name the name of the event
 * @param arguments the arguments, with limited depth and size
 */
public record SocketEvent(String name, List<Json> arguments) {
  public SocketEvent {
    Objects.requireNonNull(name, "name");
    arguments = List.copyOf(arguments);
  }
}
