package dev.rampline.operations.stack;

import dev.rampline.resources.QueuePlan;

/** The logical ids of the template's queues. */
final class StackQueues {
  private StackQueues() {}

  static String logicalId(QueuePlan plan) {
    return switch (plan) {
      case EVENTS -> "EventsQueue";
      case EVENTS_DEAD -> "EventsDeadQueue";
      case RELAY_DEAD -> "RelayDeadQueue";
      case RETRY -> "RetryQueue";
      case RETRY_DEAD -> "RetryDeadQueue";
      case QUARANTINE -> "Quarantine";
      case SCHEDULE_DEAD -> "ScheduleDeadQueue";
    };
  }
}
