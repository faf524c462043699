package dev.rampline.subscriber.socket;

import dev.rampline.time.Sleeper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;

/**
 * Holds the Socket.IO subscription for as long as the process lives: whatever ends a connection, a
 * new one is tried, for ever, with a jittered and growing delay. Thread-safe.
 */
public final class Subscription implements AutoCloseable {
  private final SocketSettings settings;
  private final Supplier<Credentials> credentials;
  private final ConnectionTimeouts timeouts;
  private final GuardedListener listener;
  private final OkHttpClient client;
  private final Thread supervisor;
  private volatile boolean closed;

  /**
   * Makes a subscription, which does nothing before {@link #start}.
   *
   * @param credentials asked before each attempt; what it throws fails that attempt
   */
  public Subscription(
      SocketSettings settings, Supplier<Credentials> credentials, SocketListener listener) {
    this(settings, credentials, listener, ConnectionTimeouts.standard(), InstantSource.system());
  }

  /** The same, as patient as one likes. */
  public Subscription(
      SocketSettings settings,
      Supplier<Credentials> credentials,
      SocketListener listener,
      ConnectionTimeouts supervision,
      InstantSource clock) {
    this.settings = settings;
    this.credentials = credentials;
    this.timeouts = supervision;
    this.listener = new GuardedListener(listener, clock);
    this.client = WebSocketConnector.client(supervision);
    this.supervisor = Thread.ofPlatform().name("subscription").unstarted(this::supervise);
  }

  /** Begins to connect, on threads of its own, which keep the process alive. */
  public void start() {
    LibraryLogs.silence();
    supervisor.start();
  }

  /** How it does, now. */
  public SubscriptionStatus status() {
    return listener.status();
  }

  /** Ends the connection; nothing is told afterwards. */
  @Override
  public void close() {
    closed = true;
    listener.mute();
    supervisor.interrupt();
    client.dispatcher().executorService().shutdown();
  }

  private void supervise() {
    ReconnectBackoff backoff = new ReconnectBackoff(timeouts, RandomGenerator.getDefault());
    while (!stopped()) {
      Duration held = attempt();
      Sleeper.system().sleep(backoff.after(held));
    }
  }

  private Duration attempt() {
    try {
      return new SocketConnection(settings, credentials.get(), listener, client).run(timeouts);
    } catch (Throwable fault) {
      // Whatever it is, the attempts go on. The text of a fault may quote a secret.
      listener.onFailed(DisconnectReason.SETUP_FAILED);
      return Duration.ZERO;
    }
  }

  /** An interrupt without {@link #close} is not for us, and must not take the waits away. */
  private boolean stopped() {
    boolean ignored = Thread.interrupted();
    return closed;
  }
}
