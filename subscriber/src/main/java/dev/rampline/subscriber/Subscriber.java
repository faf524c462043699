package dev.rampline.subscriber;

import dev.rampline.adapter.assembly.Assembly;
import dev.rampline.adapter.aws.Clients;
import dev.rampline.adapter.settings.ConfigurationException;
import dev.rampline.adapter.settings.IngestSettings;
import dev.rampline.adapter.settings.ProviderSettings;
import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.ingest.Ingest;
import dev.rampline.reconcile.ReadBack;
import dev.rampline.reconcile.Reconciliation;
import dev.rampline.subscriber.health.HealthServer;
import dev.rampline.subscriber.health.LedgerProbe;
import dev.rampline.subscriber.health.Readiness;
import dev.rampline.subscriber.intake.Intake;
import dev.rampline.subscriber.socket.Subscription;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
    Assembly assembly = new Assembly("subscriber", clients, journal, clock);
    ApiKeys keys = ApiKeys.of(settings, assembly);
    Reconciliation.Books books = assembly.books(settings.ingest());
    Ingest ingest = assembly.ingest(settings.ingest(), books.ledger());
    Intake.Api api = api(settings, assembly, keys, books, ingest, clock);
    this.intake =
        new Intake(
            new Intake.Parts(ingest, books.ledger(), api, journal, clock, death::complete),
            settings.buffer());
    String environment = settings.ingest().outlet().environment();
    this.subscription = new Subscription(settings.socket(), keys.credentials(environment), intake);
    this.vitals = new Vitals(subscription, intake, journal, clock);
    LedgerProbe probe = new LedgerProbe(books.ledger(), clock);
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

  private static Intake.@Nullable Api api(
      SubscriberSettings settings,
      Assembly assembly,
      ApiKeys keys,
      Reconciliation.Books books,
      Ingest ingest,
      InstantSource clock) {
    ProviderSettings provider = settings.provider();
    if (provider == null) {
      return null;
    }
    IngestSettings shared = settings.ingest();
    ReadBack readBack = assembly.readBack(shared, provider, keys.ring(), ingest);
    return new Intake.Api(readBack, new Reconciliation(readBack, books, provider.reach(), clock));
  }

  private static HealthServer health(SubscriberSettings settings, Supplier<Readiness> readiness) {
    try {
      return HealthServer.start(settings.health(), readiness);
    } catch (IOException taken) {
      throw new ConfigurationException("RAMPLINE_HEALTH_PORT", "cannot be listened on");
    }
  }
}
