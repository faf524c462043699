package dev.rampline.emulator.socket;

import com.corundumstudio.socketio.SocketIONamespace;
import dev.rampline.embedded.PortInUseException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/**
 * The provider's socket on loopback: tells those who have shown the API key and have subscribed,
 * and nobody else. Thread-safe; what one thread tells arrives in that order.
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
   * Starts it.
   *
   * @param port where to listen; 0 takes any free port
   * @param apiKey that whoever connects has to show
   * @throws PortInUseException if something listens there already
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
      throw PortInUseException.wrap(port, failure);
    }
  }

  private void sendHeartbeats(Duration interval) {
    try {
      while (true) {
        // The heartbeat's interval is what is emulated.
        Thread.sleep(interval);
        send(SocketUpdate.pong(Instant.now()));
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Where it listens; the path is the namespace, as Socket.IO has it. */
  public URI url() {
    return URI.create("http://%s:%d%s".formatted(LoopbackServer.HOST, server.port(), NAMESPACE));
  }

  /** How many have subscribed to anything. */
  public int subscribers() {
    return Math.toIntExact(
        namespace.getAllClients().stream().filter(Subscriptions::hasAny).count());
  }

  /** Tells it once to each that has subscribed to it; a heartbeat to everyone. */
  public void send(SocketUpdate update) {
    namespace.getAllClients().stream()
        .filter(client -> Subscriptions.isSubscribed(client, update))
        .forEach(client -> client.sendEvent(UPDATE, update.body()));
  }

  /** Cuts every connection off, without a word. */
  public void cutConnections() {
    server.cutAll();
  }

  /** Refuses the next so many attempts to connect, whatever they show. */
  public void refuseNext(int attempts) {
    authorizer.refuseNext(attempts);
  }

  @Override
  public void close() {
    heartbeatThread.interrupt();
    server.stop();
  }
}
