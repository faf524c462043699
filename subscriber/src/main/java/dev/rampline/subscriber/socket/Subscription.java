package dev.rampline.subscriber.socket;

import dev.rampline.time.Sleeper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;

/**
 * Holds the Socket.IO subscription while the process runs. Whenever a connection ends, it connects
 * again, without limit and with exponential backoff. Thread-safe.
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
   * Creates a subscription, which does nothing before {@link #start}.
   *
   * @param credentials called before each attempt; an exception fails that attempt
   */
  public Subscription(
      SocketSettings settings, Supplier<Credentials> credentials, SocketListener listener) {
    this(settings, credentials, listener, ConnectionTimeouts.standard(), InstantSource.system());
  }

  /** Creates a subscription with other timeouts and another clock. */
  public Subscription(
      SocketSettings settings,
      Supplier<Credentials> credentials,
      SocketListener listener,
      ConnectionTimeouts timeouts,
      InstantSource clock) {
    this.settings = settings;
    this.credentials = credentials;
    this.timeouts = timeouts;
    this.listener = new GuardedListener(listener, clock);
    this.client = WebSocketConnector.client(timeouts);
    this.supervisor = Thread.ofPlatform().name("subscription").unstarted(this::supervise);
  }

  /** Starts to connect on its own threads, which keep the process alive. */
  public void start() {
    LibraryLogs.silence();
    supervisor.start();
  }

  /** The current status. */
  public SubscriptionStatus status() {
    return listener.status();
  }

  /** Ends the connection. The listener gets no calls afterwards. */
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
      Duration uptime = attempt();
      Sleeper.system().sleep(backoff.after(uptime));
    }
  }

  private Duration attempt() {
    try {
      return new SocketConnection(settings, credentials.get(), listener, client).run(timeouts);
    } catch (Throwable fault) {
      // Every fault leads to another attempt. Its message may quote a secret, so it is dropped.
      listener.onFailed(DisconnectReason.SETUP_FAILED);
      return Duration.ZERO;
    }
  }

  /** Clears the interrupt flag: without {@link #close} it must not shorten the delays. */
  private boolean stopped() {
    boolean ignored = Thread.interrupted();
    return closed;
  }
}
