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
import dev.rampline.subscriber.tracing.OtlpTraceExporter;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The subscriber: it holds the socket subscription, processes its events, serves health checks and
 * reports metrics. Thread-safe.
 */
public final class Subscriber implements AutoCloseable {
  /** Within the 20 seconds between SIGTERM and the end of the process. */
  private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(17);

  private final CompletableFuture<Throwable> fatalError = new CompletableFuture<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final SocketEventProcessor processor;
  private final Subscription subscription;
  private final HealthReporter healthReporter;
  private final HealthServer health;
  private final @Nullable OtlpTraceExporter traceExporter;

  private Subscriber(SubscriberSettings settings, Clients clients, EventLog eventLog) {
    InstantSource clock = InstantSource.system();
    SubscriberModule module =
        new SubscriberModule(RuntimeEnvironment.system(clients, eventLog, clock));
    SubscriberDependencies dependencies = module.dependencies(settings, fatalError::complete);
    this.processor = dependencies.processor();
    this.subscription = new Subscription(settings.socket(), dependencies.credentials(), processor);
    this.healthReporter =
        new HealthReporter(
            subscription, processor, dependencies.quietSocketCheck(), eventLog, clock);
    this.traceExporter = dependencies.traceExporter();
    LedgerProbe probe = new LedgerProbe(dependencies.ledger(), eventLog, clock);
    this.health = health(settings, () -> readiness(probe));
  }

  /**
   * Starts a subscriber. When this returns, it serves health checks and is about to connect.
   *
   * @param environment the settings as environment variables
   * @param clients creates the AWS clients
   * @param eventLog receives the log entries
   * @throws ConfigurationException if a setting is invalid or the port is in use
   */
  public static Subscriber start(
      Map<String, String> environment, Clients clients, EventLog eventLog) {
    Subscriber subscriber = new Subscriber(SubscriberSettings.of(environment), clients, eventLog);
    subscriber.processor.start();
    subscriber.healthReporter.start();
    subscriber.subscription.start();
    return subscriber;
  }

  /** The status of the subscription. */
  public SubscriptionStatus subscription() {
    return subscription.status();
  }

  /** The port of the health server. */
  public int healthPort() {
    return health.port();
  }

  /** Completes with the error that the subscriber cannot continue after. */
  public CompletableFuture<Throwable> fatalError() {
    return fatalError;
  }

  /** Ends the subscription and writes the buffered events, for at most 20 seconds. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      subscription.close();
      int unwritten = processor.drain(fatalError.isDone() ? Duration.ZERO : DRAIN_TIMEOUT);
      healthReporter.close(unwritten);
      if (traceExporter != null) {
        traceExporter.close();
      }
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
          "cannot be used: stop what listens there, or set another port (0: any free port)",
          taken);
    }
  }
}
