package dev.rampline.subscriber;

import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.wiring.RuntimeEnvironment;
import dev.rampline.subscriber.health.HealthServer;
import dev.rampline.subscriber.health.LedgerProbe;
import dev.rampline.subscriber.health.Readiness;
import dev.rampline.subscriber.processing.SocketEventProcessor;
import dev.rampline.subscriber.socket.Subscription;
import dev.rampline.subscriber.socket.SubscriptionStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The subscriber whole, in this process: it holds the subscription, takes in what it hears, answers
 * for its health and tells how it does. Thread-safe.
 */
public final class Subscriber implements AutoCloseable {
  /** Within the 20 seconds that it has from SIGTERM to its end. */
  private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(17);

  private final CompletableFuture<Throwable> fatalError = new CompletableFuture<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final SocketEventProcessor processor;
  private final Subscription subscription;
  private final HealthReporter healthReporter;
  private final HealthServer health;

  private Subscriber(SubscriberSettings settings, Clients clients, EventLog journal) {
    InstantSource clock = InstantSource.system();
    SubscriberModule composition =
        new SubscriberModule(RuntimeEnvironment.system(clients, journal, clock));
    SubscriberDependencies listening = composition.dependencies(settings, fatalError::complete);
    this.processor = listening.processor();
    this.subscription = new Subscription(settings.socket(), listening.credentials(), processor);
    this.healthReporter = new HealthReporter(subscription, processor, journal, clock);
    LedgerProbe probe = new LedgerProbe(listening.ledger(), clock);
    this.health = health(settings, () -> readiness(probe));
  }

  /**
   * Starts it: when this returns, it answers for its health and is about to connect.
   *
   * @param environment the settings, by their environment variables
   * @param clients how AWS is called
   * @param journal where its lines go
   * @throws ConfigurationException if a setting makes no sense, or its port is taken
   */
  public static Subscriber start(
      Map<String, String> environment, Clients clients, EventLog journal) {
    Subscriber subscriber = new Subscriber(SubscriberSettings.of(environment), clients, journal);
    subscriber.processor.start();
    subscriber.healthReporter.start();
    subscriber.subscription.start();
    return subscriber;
  }

  /** How its subscription does. */
  public SubscriptionStatus subscription() {
    return subscription.status();
  }

  /** The port at which it answers for its health. */
  public int healthPort() {
    return health.port();
  }

  /** Completed by what it cannot go on with. */
  public CompletableFuture<Throwable> fatalError() {
    return fatalError;
  }

  /** Ends the subscription, writes what was heard, for at most 20 seconds, and ends. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      subscription.close();
      int left = processor.drain(fatalError.isDone() ? Duration.ZERO : DRAIN_TIMEOUT);
      healthReporter.close(left);
      health.close();
    }
  }

  private Readiness readiness(LedgerProbe probe) {
    return new Readiness(subscription.status().isSubscribed(), probe.isReachable());
  }

  private static HealthServer health(SubscriberSettings settings, Supplier<Readiness> readiness) {
    try {
      return HealthServer.start(settings.health(), readiness);
    } catch (IOException taken) {
      throw new ConfigurationException(
          "RAMPLINE_HEALTH_PORT",
          "cannot be listened on: end what listens there, or set another (0: any free one)");
    }
  }
}
