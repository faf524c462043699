package dev.rampline.operations.recovery;

import dev.rampline.embedded.QueuePlan;
import java.util.Locale;

/** The queues of dead letters from which there is a way back. */
public enum DeadLetterQueue {
  /** What the relay could not send. */
  RELAY(QueuePlan.RELAY_DEAD) {
    @Override
    RedriveTarget redriveTarget(StoreClients site, RunId mark, RunOptions terms) {
      return new RelayRedriveTarget(RecordReader.from(site), new RecordResender(site, mark, terms));
    }
  },

  /** What the ledger could not take. */
  RETRY(QueuePlan.RETRY_DEAD) {
    @Override
    RedriveTarget redriveTarget(StoreClients site, RunId mark, RunOptions terms) {
      return new RetryQueueRedriveTarget(site.queues(), site.queueUrl(QueuePlan.RETRY));
    }
  },

  /** What consumers failed on. */
  EVENTS(QueuePlan.EVENTS_DEAD) {
    @Override
    RedriveTarget redriveTarget(StoreClients site, RunId mark, RunOptions terms) {
      return new EventsRedriveTarget(
          site.queues(), site.queueUrl(QueuePlan.EVENTS), mark, RecordReader.from(site));
    }
  };

  private final QueuePlan plan;

  DeadLetterQueue(QueuePlan plan) {
    this.plan = plan;
  }

  abstract RedriveTarget redriveTarget(StoreClients site, RunId mark, RunOptions terms);

  DlqReader reader(StoreClients site) {
    return new DlqReader(site.queues(), site.queueUrl(plan));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
