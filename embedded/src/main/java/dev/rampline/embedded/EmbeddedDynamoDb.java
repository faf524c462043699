package dev.rampline.embedded;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.URI;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB Local, in memory and in shared mode: any credentials and any region see the same tables.
 *
 * <p>Its own runner binds every interface and reports to a telemetry service. This one puts the
 * same request handler behind a server of its own, which binds one address and reports nothing.
 */
public final class EmbeddedDynamoDb implements AutoCloseable {
  private static final boolean IN_MEMORY = true;
  private static final @Nullable String NO_FILE = null;
  private static final boolean SHARED = true;
  private static final boolean DELAYED_STATUSES = false;
  private static final String NO_ORIGINS = "";
  private static final int MAX_THREADS = 64;
  private static final int MIN_THREADS = 4;
  private static final int IDLE_MILLIS = 60_000;

  // Held here, or their levels would go with them.
  private static final List<Logger> NOISY_LOGGERS =
      List.of(Logger.getLogger("com.amazonaws"), Logger.getLogger("com.almworks.sqlite4java"));

  static {
    NOISY_LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private final LocalDynamoDBServerHandler handler;
  // Its jobs (a shard's rollover) sleep for hours and are not woken by its own shutdown. The
  // threads
  // that they run in are made by threads of this group, and so belong to it.
  private final ThreadGroup threads = new ThreadGroup("dynamodb-local");
  private final Server server;
  private final ServerConnector connector;

  private EmbeddedDynamoDb(LocalDynamoDBServerHandler handler, String host, int port) {
    this.handler = handler;
    this.server = new Server(pool(threads));
    this.connector = new ServerConnector(server);
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(new ContextHandler(handler));
  }

  /**
   * Starts it on loopback.
   *
   * @param port where to listen; 0 takes any free port
   * @throws PortInUseException if something listens there already
   */
  public static EmbeddedDynamoDb start(int port) {
    return start(Host.LOOPBACK, port);
  }

  /**
   * Starts it on an address of this machine.
   *
   * @param port where to listen; 0 takes any free port
   * @throws PortInUseException if something listens there already
   */
  public static EmbeddedDynamoDb start(String host, int port) {
    EmbeddedDynamoDb store = new EmbeddedDynamoDb(handler(port), host, port);
    try {
      store.server.start();
      return store;
    } catch (Exception failure) {
      store.close();
      throw PortInUseException.wrap(port, failure);
    }
  }

  private static QueuedThreadPool pool(ThreadGroup threads) {
    return new QueuedThreadPool(MAX_THREADS, MIN_THREADS, IDLE_MILLIS, -1, null, threads);
  }

  private static LocalDynamoDBServerHandler handler(int port) {
    return new LocalDynamoDBServerHandler(
        new LocalDynamoDBRequestHandler(port, IN_MEMORY, NO_FILE, SHARED, DELAYED_STATUSES),
        NO_ORIGINS);
  }

  /** Where clients find it. */
  public URI endpoint() {
    return Host.uri(connector.getHost(), connector.getLocalPort());
  }

  /** Ends it and every thread of it; its tables are gone. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("DynamoDB Local does not stop", failure);
    } finally {
      handler.close();
      threads.interrupt();
    }
  }
}
