package dev.rampline.subscriber.socket;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * The socket's address and the orders to subscribe to.
 *
 * @param server the server's origin: scheme, host and port
 * @param namespace the Socket.IO namespace, such as {@code /ws}
 * @param path the path of the engine's endpoint, such as {@code /socket.io/}
 * @param orders the orders to subscribe to; empty for all orders of the partner
 */
public record SocketSettings(URI server, String namespace, String path, List<String> orders) {
  public SocketSettings {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(path, "path");
    orders = List.copyOf(orders);
    // The library would use this machine for a server without a host.
    Objects.requireNonNull(server.getHost(), "server's host");
  }
}
