package dev.rampline.emulator.socket;

import com.corundumstudio.socketio.SocketIONamespace;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * The provider's socket on loopback: sends events to clients that have authenticated and
 * subscribed. Thread-safe; events of one thread arrive in order.
 */
public final class ProviderSocket implements AutoCloseable {
  static final String NAMESPACE = "/ws";

  private static final String UPDATE = "order:update";
  private static final Duration HEARTBEAT = Duration.ofSeconds(30);

  private final LoopbackServer server;
  private final SocketIONamespace namespace;
  private final HandshakeAuthorizer authorizer;
  private final Thread heartbeatThread;

  private ProviderSocket(LoopbackServer server, String apiKey, Duration heartbeat) {
    this.server = server;
    this.authorizer = new HandshakeAuthorizer(apiKey);
    this.namespace = server.addNamespace(NAMESPACE);
    namespace.addAuthTokenListener(authorizer);
    Subscriptions.registerOn(namespace);
    this.heartbeatThread = Thread.ofVirtual().start(() -> sendHeartbeats(heartbeat));
  }

  /**
   * Starts the socket.
   *
   * @param port the port; 0: any free port
   * @param apiKey the API key that clients must send
   * @throws IllegalStateException if it cannot start, for example because the port is in use
   */
  public static ProviderSocket start(int port, String apiKey) {
    return start(port, apiKey, HEARTBEAT);
  }

  static ProviderSocket start(int port, String apiKey, Duration heartbeat) {
    ProviderSocket socket = new ProviderSocket(LoopbackServer.create(port), apiKey, heartbeat);
    try {
      socket.server.start();
      return socket;
    } catch (Exception failure) {
      socket.close();
      throw new IllegalStateException(
          "Cannot start the provider's socket on port " + port, failure);
    }
  }

  private void sendHeartbeats(Duration interval) {
    try {
      while (true) {
        // The delay emulates the heartbeat interval.
        Thread.sleep(interval);
        send(SocketUpdate.pong(Instant.now()));
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** The URL; its path is the Socket.IO namespace. */
  public URI url() {
    return URI.create("http://%s:%d%s".formatted(LoopbackServer.HOST, server.port(), NAMESPACE));
  }

  /** The number of clients with a subscription. */
  public int subscribers() {
    return Math.toIntExact(
        namespace.getAllClients().stream().filter(Subscriptions::hasAny).count());
  }

  /** Sends the event once to each subscribed client; a heartbeat to all clients. */
  public void send(SocketUpdate update) {
    namespace.getAllClients().stream()
        .filter(client -> Subscriptions.isSubscribed(client, update))
        .forEach(client -> client.sendEvent(UPDATE, update.body()));
  }

  /** Closes all connections without a message. */
  public void cutConnections() {
    server.cutAll();
  }

  /** Rejects that number of the next connection attempts. */
  public void rejectNext(int attempts) {
    authorizer.rejectNext(attempts);
  }

  @Override
  public void close() {
    heartbeatThread.interrupt();
    server.stop();
  }
}
