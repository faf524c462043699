package dev.rampline.alarm;

import dev.rampline.resources.QueuePlan;
import dev.rampline.testkit.alarm.RecordedMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Failures that are visible in the queues. */
final class QueueIncidents {
  private static final String EVENTS = "rampline-events.fifo";
  private static final String EVENTS_DEAD = "rampline-events-dead.fifo";
  private static final String RELAY_DEAD = "rampline-relay-dead";
  private static final String RETRY = "rampline-retry";
  private static final String RETRY_DEAD = "rampline-retry-dead";
  private static final String QUARANTINE = "rampline-quarantine";
  private static final String SCHEDULE_DEAD = "rampline-schedule-dead";
  private static final int MAX_RECEIVES = QueuePlan.EVENTS.redrive().orElseThrow().receives();

  private QueueIncidents() {}

  static Map<String, Incident> byAlarm() {
    return Map.of(
        "RetryDeadAlarm",
        metrics -> addMessage(RETRY_DEAD, metrics),
        "QuarantineAlarm",
        metrics -> addMessage(QUARANTINE, metrics),
        "RetryQueueAgeAlarm",
        QueueIncidents::failIngest,
        "EventsDeadAlarm",
        QueueIncidents::failConsuming,
        // The senders are the relay, and Lambda for expired stream records and failed runs.
        "RelayDeadAlarm",
        metrics -> addMessage(RELAY_DEAD, metrics),
        "ScheduleDeadAlarm",
        metrics -> addMessage(SCHEDULE_DEAD, metrics),
        "EventsWaitingAlarm",
        QueueIncidents::leaveUnread);
  }

  static Incident normalOperation() {
    return metrics -> {
      try (AlarmQueueFixture queues = new AlarmQueueFixture()) {
        queues.send(EVENTS);
        queues.measure(EVENTS, now(), metrics);
        queues.receive(EVENTS).forEach(message -> queues.delete(EVENTS, message));
        List.of(EVENTS, EVENTS_DEAD, RELAY_DEAD, RETRY, RETRY_DEAD, QUARANTINE, SCHEDULE_DEAD)
            .forEach(queue -> queues.measure(queue, now(), metrics));
      }
    };
  }

  private static void failConsuming(RecordedMetrics metrics) {
    try (AlarmQueueFixture queues = new AlarmQueueFixture()) {
      queues.send(EVENTS);
      for (int receive = 0; receive <= MAX_RECEIVES; receive++) {
        queues.receive(EVENTS);
      }
      queues.measure(EVENTS_DEAD, now(), metrics);
    }
  }

  private static void addMessage(String queue, RecordedMetrics metrics) {
    try (AlarmQueueFixture queues = new AlarmQueueFixture()) {
      queues.send(queue);
      queues.measure(queue, now(), metrics);
    }
  }

  /** Leaves an event in the retry queue that the retry function has delayed several times. */
  private static void failIngest(RecordedMetrics metrics) {
    try (AlarmQueueFixture queues = new AlarmQueueFixture()) {
      queues.send(RETRY);
      for (int receive = 0; receive < 4; receive++) {
        queues.receive(RETRY);
      }
      queues.hide(RETRY);
      queues.measure(RETRY, now().plus(Duration.ofMinutes(61)), metrics);
    }
  }

  private static void leaveUnread(RecordedMetrics metrics) {
    try (AlarmQueueFixture queues = new AlarmQueueFixture()) {
      queues.send(EVENTS);
      queues.measure(EVENTS, now().plus(Duration.ofMinutes(16)), metrics);
    }
  }

  private static Instant now() {
    return InstantSource.system().instant();
  }
}
