package dev.rampline.subscriber;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.LogEntry;
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

/** Tells once a minute, and at the end, how the subscriber does. */
final class HealthReporter {
  private final ScheduledExecutorService schedule =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("vitals").factory());
  private final Subscription subscription;
  private final SocketEventProcessor processor;
  private final EventLog eventLog;
  private final InstantSource clock;
  private long reportedReconnects;
  private long reportedDiscards;

  HealthReporter(
      Subscription subscription,
      SocketEventProcessor intake,
      EventLog journal,
      InstantSource clock) {
    this.subscription = subscription;
    this.processor = intake;
    this.eventLog = journal;
    this.clock = clock;
  }

  void start() {
    var _ = schedule.scheduleAtFixedRate(() -> eventLog.write(newEntry()), 1, 1, TimeUnit.MINUTES);
  }

  /** Tells them for the last time, with how many subjects were left unwritten. */
  void close(int left) {
    schedule.shutdownNow();
    eventLog.write(newEntry().field("ended", "drained").count(Metric.EVENTS_UNFLUSHED, left));
  }

  private synchronized LogEntry newEntry() {
    Instant now = clock.instant();
    SubscriptionStatus status = subscription.status();
    LogEntry line =
        new LogEntry("subscriber", now)
            .measure(Metric.CONNECTED, status.isSubscribed() ? 1 : 0)
            .measure(Metric.RECONNECTS, status.reconnects() - reportedReconnects)
            .count(Metric.PACKETS_DISCARDED, status.discarded() - reportedDiscards);
    reportedReconnects = status.reconnects();
    reportedDiscards = status.discarded();
    status
        .lastEventAt()
        .ifPresent(
            last -> line.measure(Metric.LAST_EVENT_AGE, Duration.between(last, now).toSeconds()));
    processor.addMetrics(line);
    return line;
  }
}
