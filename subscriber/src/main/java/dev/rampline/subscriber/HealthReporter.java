package dev.rampline.subscriber;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.LogField;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.subscriber.processing.SocketEventProcessor;
import dev.rampline.subscriber.socket.Subscription;
import dev.rampline.subscriber.socket.SubscriptionStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Writes a log entry with the subscriber's metrics once a minute and at shutdown. */
final class HealthReporter {
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("health-reporter").factory());
  private final Subscription subscription;
  private final SocketEventProcessor processor;
  private final EventLog eventLog;
  private final InstantSource clock;
  private long reportedReconnects;
  private long reportedDiscards;

  HealthReporter(
      Subscription subscription,
      SocketEventProcessor processor,
      EventLog eventLog,
      InstantSource clock) {
    this.subscription = subscription;
    this.processor = processor;
    this.eventLog = eventLog;
    this.clock = clock;
  }

  void start() {
    var _ = scheduler.scheduleAtFixedRate(() -> eventLog.write(newEntry()), 1, 1, TimeUnit.MINUTES);
  }

  /** Writes the last entry, with the number of subjects whose events were not written. */
  void close(int unwritten) {
    scheduler.shutdownNow();
    eventLog.write(
        newEntry().field(LogField.SHUTDOWN, "drained").count(Metric.EVENTS_UNFLUSHED, unwritten));
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
