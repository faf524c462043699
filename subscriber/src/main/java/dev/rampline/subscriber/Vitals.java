package dev.rampline.subscriber;

import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.adapter.telemetry.Line;
import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.subscriber.intake.Intake;
import dev.rampline.subscriber.socket.Subscription;
import dev.rampline.subscriber.socket.SubscriptionStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells once a minute, and at the end, how the subscriber does. */
final class Vitals {
  private final ScheduledExecutorService schedule =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("vitals").factory());
  private final Subscription subscription;
  private final Intake intake;
  private final Journal journal;
  private final InstantSource clock;
  private long reconnectsTold;
  private long discardedTold;

  Vitals(Subscription subscription, Intake intake, Journal journal, InstantSource clock) {
    this.subscription = subscription;
    this.intake = intake;
    this.journal = journal;
    this.clock = clock;
  }

  void start() {
    var _ = schedule.scheduleAtFixedRate(() -> journal.write(line()), 1, 1, TimeUnit.MINUTES);
  }

  /** Tells them for the last time, with how many subjects were left unwritten. */
  void close(int left) {
    schedule.shutdownNow();
    journal.write(line().tell("ended", "drained").count(Metric.WORDS_LEFT, left));
  }

  private synchronized Line line() {
    Instant now = clock.instant();
    SubscriptionStatus status = subscription.status();
    Line line =
        new Line("subscriber", now)
            .measure(Metric.CONNECTED, status.subscribed() ? 1 : 0)
            .measure(Metric.RECONNECTS, status.reconnects() - reconnectsTold)
            .count(Metric.PACKETS_DISCARDED, status.discarded() - discardedTold);
    reconnectsTold = status.reconnects();
    discardedTold = status.discarded();
    status
        .lastEventAt()
        .ifPresent(
            last -> line.measure(Metric.LAST_EVENT_AGE, Duration.between(last, now).toSeconds()));
    intake.tell(line);
    return line;
  }
}
