package dev.rampline.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What happens to the queues. */
final class QueueIncidents {
  private static final String EVENTS = "rampline-events.fifo";
  private static final String EVENTS_DEAD = "rampline-events-dead.fifo";
  private static final String RELAY_DEAD = "rampline-relay-dead";
  private static final String RETRY = "rampline-retry";
  private static final String RETRY_DEAD = "rampline-retry-dead";
  private static final String SCHEDULE_DEAD = "rampline-schedule-dead";
  private static final int MAX_RECEIVES = 20;

  private QueueIncidents() {}

  static Map<String, Incident> byAlarm() {
    return Map.of(
        "RetryDeadAlarm",
        seen -> addDeadLetter(RETRY_DEAD, seen),
        "RetryQueueAgeAlarm",
        QueueIncidents::failIngest,
        "EventsDeadAlarm",
        QueueIncidents::failConsuming,
        // The functions send what they can never do, and Lambda what the stream or a run gave up.
        "RelayDeadAlarm",
        seen -> addDeadLetter(RELAY_DEAD, seen),
        "ScheduleDeadAlarm",
        seen -> addDeadLetter(SCHEDULE_DEAD, seen),
        "EventsWaitingAlarm",
        QueueIncidents::leaveUnread);
  }

  static Incident ordinaryDay() {
    return seen -> {
      try (AlarmQueueFixture queues = new AlarmQueueFixture()) {
        queues.send(EVENTS);
        queues.measure(EVENTS, now(), seen);
        queues.receive(EVENTS).forEach(message -> queues.delete(EVENTS, message));
        List.of(EVENTS, EVENTS_DEAD, RELAY_DEAD, RETRY, RETRY_DEAD, SCHEDULE_DEAD)
            .forEach(queue -> queues.measure(queue, now(), seen));
      }
    };
  }

  private static void failConsuming(RecordedMetrics instruments) {
    try (AlarmQueueFixture queues = new AlarmQueueFixture()) {
      queues.send(EVENTS);
      for (int receive = 0; receive <= MAX_RECEIVES; receive++) {
        queues.receive(EVENTS);
      }
      queues.measure(EVENTS_DEAD, now(), instruments);
    }
  }

  private static void addDeadLetter(String queue, RecordedMetrics instruments) {
    try (AlarmQueueFixture queues = new AlarmQueueFixture()) {
      queues.send(queue);
      queues.measure(queue, now(), instruments);
    }
  }

  /** A word that the retry function has put off a few times by now. */
  private static void failIngest(RecordedMetrics instruments) {
    try (AlarmQueueFixture queues = new AlarmQueueFixture()) {
      queues.send(RETRY);
      for (int receive = 0; receive < 4; receive++) {
        queues.receive(RETRY);
      }
      queues.hide(RETRY);
      queues.measure(RETRY, now().plus(Duration.ofMinutes(61)), instruments);
    }
  }

  private static void leaveUnread(RecordedMetrics instruments) {
    try (AlarmQueueFixture queues = new AlarmQueueFixture()) {
      queues.send(EVENTS);
      queues.measure(EVENTS, now().plus(Duration.ofMinutes(16)), instruments);
    }
  }

  private static Instant now() {
    return InstantSource.system().instant();
  }
}
