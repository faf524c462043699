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
  private static final String SPILL = "rampline-spill";
  private static final String SPILL_DEAD = "rampline-spill-dead";
  private static final String SCHEDULE_DEAD = "rampline-schedule-dead";
  private static final int MOST_RECEIVES = 20;

  private QueueIncidents() {}

  static Map<String, Incident> byAlarm() {
    return Map.of(
        "SpillDeadAlarm",
        seen -> letterTo(SPILL_DEAD, seen),
        "SpillWaitingAlarm",
        QueueIncidents::failTakingIn,
        "EventsDeadAlarm",
        QueueIncidents::failConsuming,
        // The functions send what they can never do, and Lambda what the stream or a run gave up.
        "RelayDeadAlarm",
        seen -> letterTo(RELAY_DEAD, seen),
        "ScheduleDeadAlarm",
        seen -> letterTo(SCHEDULE_DEAD, seen),
        "EventsWaitingAlarm",
        QueueIncidents::leaveUnread);
  }

  static Incident ordinaryDay() {
    return seen -> {
      try (QueueStage queues = new QueueStage()) {
        queues.send(EVENTS);
        queues.measure(EVENTS, now(), seen);
        queues.receive(EVENTS).forEach(message -> queues.delete(EVENTS, message));
        List.of(EVENTS, EVENTS_DEAD, RELAY_DEAD, SPILL, SPILL_DEAD, SCHEDULE_DEAD)
            .forEach(queue -> queues.measure(queue, now(), seen));
      }
    };
  }

  private static void failConsuming(Instruments instruments) {
    try (QueueStage queues = new QueueStage()) {
      queues.send(EVENTS);
      for (int receive = 0; receive <= MOST_RECEIVES; receive++) {
        queues.receive(EVENTS);
      }
      queues.measure(EVENTS_DEAD, now(), instruments);
    }
  }

  private static void letterTo(String queue, Instruments instruments) {
    try (QueueStage queues = new QueueStage()) {
      queues.send(queue);
      queues.measure(queue, now(), instruments);
    }
  }

  /** A word that the spill function has put off a few times by now. */
  private static void failTakingIn(Instruments instruments) {
    try (QueueStage queues = new QueueStage()) {
      queues.send(SPILL);
      for (int receive = 0; receive < 4; receive++) {
        queues.receive(SPILL);
      }
      queues.putOff(SPILL);
      queues.measure(SPILL, now().plus(Duration.ofMinutes(61)), instruments);
    }
  }

  private static void leaveUnread(Instruments instruments) {
    try (QueueStage queues = new QueueStage()) {
      queues.send(EVENTS);
      queues.measure(EVENTS, now().plus(Duration.ofMinutes(16)), instruments);
    }
  }

  private static Instant now() {
    return InstantSource.system().instant();
  }
}
