package dev.rampline.subscriber;

import dev.rampline.adapter.assembly.Surroundings;
import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.settings.ConfigurationException;
import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.subscriber.health.HealthServer;
import dev.rampline.subscriber.health.LedgerProbe;
import dev.rampline.subscriber.health.Readiness;
import dev.rampline.subscriber.intake.Intake;
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
  private static final Duration DRAIN = Duration.ofSeconds(17);

  private final CompletableFuture<Throwable> death = new CompletableFuture<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Intake intake;
  private final Subscription subscription;
  private final Vitals vitals;
  private final HealthServer health;

  private Subscriber(SubscriberSettings settings, Clients clients, Journal journal) {
    InstantSource clock = InstantSource.system();
    Composition composition = new Composition(Surroundings.real(clients, journal, clock));
    Listening listening = composition.listening(settings, death::complete);
    this.intake = listening.intake();
    this.subscription = new Subscription(settings.socket(), listening.credentials(), intake);
    this.vitals = new Vitals(subscription, intake, journal, clock);
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
      Map<String, String> environment, Clients clients, Journal journal) {
    Subscriber subscriber = new Subscriber(SubscriberSettings.of(environment), clients, journal);
    subscriber.intake.start();
    subscriber.vitals.start();
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
  public CompletableFuture<Throwable> death() {
    return death;
  }

  /** Ends the subscription, writes what was heard, for at most 20 seconds, and ends. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      subscription.close();
      int left = intake.drain(death.isDone() ? Duration.ZERO : DRAIN);
      vitals.close(left);
      health.close();
    }
  }

  private Readiness readiness(LedgerProbe probe) {
    return new Readiness(subscription.status().subscribed(), probe.isReachable());
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
