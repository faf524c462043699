package dev.rampline.operations.lookup;

import dev.rampline.resources.QueuePlan;

/** The queues in which events and messages stay that did not go their usual way. */
public enum WaitingQueue {
  RETRY(QueuePlan.RETRY, "retry", "events that wait for the ledger", ""),
  RETRY_DEAD(
      QueuePlan.RETRY_DEAD,
      "retryDead",
      "events that could not be processed",
      "redrive --from retry --dry-run"),
  QUARANTINE(QueuePlan.QUARANTINE, "quarantine", "payloads that could not be placed", "quarantine"),
  RELAY_DEAD(
      QueuePlan.RELAY_DEAD,
      "relayDead",
      "messages that could not be sent",
      "redrive --from relay --dry-run"),
  EVENTS_DEAD(
      QueuePlan.EVENTS_DEAD,
      "eventsDead",
      "messages that a consumer did not handle",
      "redrive --from events --dry-run");

  private final QueuePlan plan;
  private final String text;
  private final String content;
  private final String command;

  WaitingQueue(QueuePlan plan, String text, String content, String command) {
    this.plan = plan;
    this.text = text;
    this.content = content;
    this.command = command;
  }

  QueuePlan plan() {
    return plan;
  }

  /** Returns the name in JSON. */
  public String text() {
    return text;
  }

  /** Returns what is in the queue. */
  public String content() {
    return content;
  }

  /** Returns the command and options that list the content; empty if there is none. */
  public String command() {
    return command;
  }
}
