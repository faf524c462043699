package dev.rampline.subscriber;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.FailureLogFields;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.LogField;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.reconcile.ProviderException;
import dev.rampline.subscriber.processing.SocketEventProcessor;
import dev.rampline.subscriber.socket.Subscription;
import dev.rampline.subscriber.socket.SubscriptionStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes a log entry with the subscriber's metrics once a minute and at shutdown, and the result of
 * the check for a quiet socket every five minutes.
 */
final class HealthReporter {
  /** A slow provider must not delay the metrics. */
  private static final int THREADS = 2;

  private final ScheduledExecutorService scheduler =
      Executors.newScheduledThreadPool(
          THREADS, Thread.ofPlatform().daemon().name("health-reporter").factory());
  private final Subscription subscription;
  private final SocketEventProcessor processor;
  private final @Nullable QuietSocketCheck quietSocketCheck;
  private final EventLog eventLog;
  private final InstantSource clock;
  private long reportedReconnects;
  private long reportedDiscards;

  /**
   * Creates a reporter, which does nothing before {@link #start}.
   *
   * @param quietSocketCheck null if no provider API is configured
   */
  HealthReporter(
      Subscription subscription,
      SocketEventProcessor processor,
      @Nullable QuietSocketCheck quietSocketCheck,
      EventLog eventLog,
      InstantSource clock) {
    this.subscription = subscription;
    this.processor = processor;
    this.quietSocketCheck = quietSocketCheck;
    this.eventLog = eventLog;
    this.clock = clock;
  }

  void start() {
    var _ = scheduler.scheduleAtFixedRate(() -> eventLog.write(newEntry()), 1, 1, TimeUnit.MINUTES);
    if (quietSocketCheck != null) {
      var _ =
          scheduler.scheduleWithFixedDelay(
              () -> checkSocket(quietSocketCheck), 5, 5, TimeUnit.MINUTES);
    }
  }

  /** Writes the last entry, with the number of subjects whose events were not written. */
  void close(int unwritten) {
    scheduler.shutdownNow();
    eventLog.write(
        newEntry().field(LogField.SHUTDOWN, "drained").count(Metric.EVENTS_UNFLUSHED, unwritten));
  }

  void checkSocket(QuietSocketCheck check) {
    LogEntry entry = new LogEntry("subscriber", clock.instant());
    if (!subscription.status().isSubscribed()) {
      check.reset();
      return;
    }
    try {
      boolean isQuiet = check.isQuiet(processor.updates());
      eventLog.write(
          entry
              .field("socket", isQuiet ? "quiet" : null)
              .measure(Metric.SOCKET_QUIET, isQuiet ? 1 : 0));
    } catch (RuntimeException fault) {
      check.reset();
      eventLog.write(
          FailureLogFields.addTo(
                  fault instanceof ProviderException failed ? failed.failure() : null, fault, entry)
              .count(Metric.LOOKUPS_FAILED, 1));
    }
  }

  private synchronized LogEntry newEntry() {
    Instant now = clock.instant();
    SubscriptionStatus status = subscription.status();
    LogEntry entry =
        new LogEntry("subscriber", now)
            .measure(Metric.CONNECTED, status.isSubscribed() ? 1 : 0)
            .measure(Metric.RECONNECTS, status.reconnects() - reportedReconnects)
            .count(Metric.PACKETS_DISCARDED, status.discarded() - reportedDiscards);
    reportedReconnects = status.reconnects();
    reportedDiscards = status.discarded();
    status
        .lastEventAt()
        .ifPresent(
            last -> entry.measure(Metric.LAST_EVENT_AGE, Duration.between(last, now).toSeconds()));
    processor.addMetrics(entry);
    return entry;
  }
}
