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
  private static final Duration MAX_RETRY_AFTER = Duration.ofHours(1);

  private final SocketSettings settings;
  private final Supplier<Credentials> credentials;
  private final ConnectionTimeouts timeouts;
  private final Sleeper sleeper;
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
    this(
        settings,
        credentials,
        listener,
        ConnectionTimeouts.standard(),
        InstantSource.system(),
        Sleeper.system());
  }

  /**
   * Creates a subscription with other timeouts and another clock.
   *
   * @param sleeper waits between attempts
   */
  public Subscription(
      SocketSettings settings,
      Supplier<Credentials> credentials,
      SocketListener listener,
      ConnectionTimeouts timeouts,
      InstantSource clock,
      Sleeper sleeper) {
    this.settings = settings;
    this.credentials = credentials;
    this.timeouts = timeouts;
    this.sleeper = sleeper;
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
      SocketConnection.End end = attempt();
      sleeper.sleep(longer(backoff.after(end.subscribedFor()), end.reason().retryAfter()));
    }
  }

  private SocketConnection.End attempt() {
    try {
      return new SocketConnection(settings, credentials.get(), listener, client).run(timeouts);
    } catch (Throwable fault) {
      // Every fault leads to another attempt.
      listener.onSetupFailed(fault);
      return new SocketConnection.End(DisconnectReason.CONNECTION_FAILED, Duration.ZERO);
    }
  }

  /** Returns the delay that the server asks for, up to a limit, if it is longer. */
  private static Duration longer(Duration delay, Duration retryAfter) {
    Duration wanted = retryAfter.compareTo(MAX_RETRY_AFTER) < 0 ? retryAfter : MAX_RETRY_AFTER;
    return delay.compareTo(wanted) >= 0 ? delay : wanted;
  }

  /** Clears the interrupt flag: without {@link #close} it must not shorten the delays. */
  private boolean stopped() {
    boolean ignored = Thread.interrupted();
    return closed;
  }
}
