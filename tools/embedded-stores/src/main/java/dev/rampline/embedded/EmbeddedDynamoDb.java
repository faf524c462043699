package dev.rampline.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB Local in memory and in shared mode: all credentials and regions see the same tables.
 *
 * <p>The runner of DynamoDB Local binds every interface and sends telemetry. This class runs the
 * same request handler in a server of its own, which binds one address, sends no telemetry, and
 * refuses requests of web pages ({@link LocalRequestRule}).
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

  // Every new handler fills anew the tables of actions, which are static fields of DynamoDB Local.
  // Two at once spoil them for good, and a request meanwhile finds its action missing.
  private static final ReadWriteLock ACTIONS = new ReentrantReadWriteLock();

  // Strong references, because the JDK drops unreferenced loggers with their levels.
  private static final List<Logger> NOISY_LOGGERS =
      List.of(Logger.getLogger("com.amazonaws"), Logger.getLogger("com.almworks.sqlite4java"));

  static {
    NOISY_LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private final LocalDynamoDBServerHandler handler;
  // Background jobs, such as a shard's rollover, sleep for hours, and DynamoDB Local's own
  // shutdown does not wake them. Their threads are created by threads of this group and so
  // belong to it.
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
    server.setHandler(
        new ContextHandler(new Guard(LocalRequestRule.ofStore(host), new WithAllActions(handler))));
  }

  /**
   * Starts DynamoDB Local on loopback.
   *
   * @param port the port to listen on; 0 for any free port
   * @throws PortInUseException if the port is in use
   */
  public static EmbeddedDynamoDb start(int port) {
    return start(Host.LOOPBACK, port);
  }

  /**
   * Starts DynamoDB Local on an address of this machine.
   *
   * @param port the port to listen on; 0 for any free port
   * @throws PortInUseException if the port is in use
   * @throws DynamoDbLocalMissingException if DynamoDB Local is not on the class path
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
    ACTIONS.writeLock().lock();
    try {
      return NewHandler.of(port);
    } catch (NoClassDefFoundError missing) {
      throw new DynamoDbLocalMissingException(missing);
    } finally {
      ACTIONS.writeLock().unlock();
    }
  }

  /** The endpoint for clients. */
  public URI endpoint() {
    return Host.uri(connector.getHost(), connector.getLocalPort());
  }

  /** Stops DynamoDB Local and its threads, and discards its tables. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failure) {
      throw new IllegalStateException("Cannot stop DynamoDB Local", failure);
    } finally {
      handler.close();
      threads.interrupt();
    }
  }

  /** A class of its own, because loading it fails if DynamoDB Local is missing. */
  private static final class NewHandler {
    private NewHandler() {}

    static LocalDynamoDBServerHandler of(int port) {
      return new LocalDynamoDBServerHandler(
          new LocalDynamoDBRequestHandler(port, IN_MEMORY, NO_FILE, SHARED, DELAYED_STATUSES),
          NO_ORIGINS);
    }
  }

  /** Passes on only the requests that the rule accepts. */
  private static final class Guard extends Handler.Wrapper {
    private final LocalRequestRule rule;

    Guard(LocalRequestRule rule, Handler handler) {
      super(handler);
      this.rule = rule;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      if (rule.acceptsCall(request.getMethod(), request.getHeaders()::get)) {
        return super.handle(request, response, callback);
      }
      response.setStatus(403);
      response.write(true, ByteBuffer.wrap(LocalRequestRule.REFUSAL.getBytes(UTF_8)), callback);
      return true;
    }
  }

  /** Handles requests only while no other store fills the tables of actions. */
  private static final class WithAllActions extends Handler.Wrapper {
    WithAllActions(Handler handler) {
      super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      ACTIONS.readLock().lock();
      try {
        return super.handle(request, response, callback);
      } finally {
        ACTIONS.readLock().unlock();
      }
    }
  }
}
