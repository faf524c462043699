package dev.rampline.operations.recovery;

import dev.rampline.resources.QueuePlan;
import java.util.Locale;

/** The dead-letter queues that can be redriven. */
public enum DeadLetterQueue {
  /** Messages that the relay could not send. */
  RELAY(QueuePlan.RELAY_DEAD) {
    @Override
    RedriveTarget redriveTarget(StoreClients clients, RunId runId, RunOptions options) {
      return new RelayRedriveTarget(
          RecordReader.from(clients), new RecordResender(clients, runId, options));
    }
  },

  /** Events that could not be written to the ledger. */
  RETRY(QueuePlan.RETRY_DEAD) {
    @Override
    RedriveTarget redriveTarget(StoreClients clients, RunId runId, RunOptions options) {
      return new RetryQueueRedriveTarget(clients.queues(), clients.queueUrl(QueuePlan.RETRY));
    }
  },

  /** Messages that consumers could not process. */
  EVENTS(QueuePlan.EVENTS_DEAD) {
    @Override
    RedriveTarget redriveTarget(StoreClients clients, RunId runId, RunOptions options) {
      return new EventsRedriveTarget(
          clients.queues(), clients.queueUrl(QueuePlan.EVENTS), runId, RecordReader.from(clients));
    }
  };

  private final QueuePlan plan;

  DeadLetterQueue(QueuePlan plan) {
    this.plan = plan;
  }

  abstract RedriveTarget redriveTarget(StoreClients clients, RunId runId, RunOptions options);

  DlqReader reader(StoreClients clients) {
    return new DlqReader(clients.queues(), clients.queueUrl(plan));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
