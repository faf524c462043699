package dev.rampline.operations.recovery;

import dev.rampline.adapter.sqs.SqsPublisher;
import dev.rampline.embedded.QueuePlan;
import dev.rampline.ingest.Publisher;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.message.MessageComposer;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Sends records' messages once more: the ids and bytes that consumers know, under a run's mark. */
final class RecordResender {
  private static final Duration CALL_BUDGET = Duration.ofSeconds(10);

  private final MessageComposer composer;
  private final Publisher publisher;
  private final InstantSource clock;

  RecordResender(StoreClients site, RunId mark, RunOptions terms) {
    this.composer = new MessageComposer(terms.environment());
    this.publisher =
        new SqsPublisher(site.queues(), site.queueUrl(QueuePlan.EVENTS), mark::deduplicationId);
    this.clock = terms.clock();
  }

  /**
   * Sends those.
   *
   * @param records 1 to {@value Publisher#MAX_BATCH}
   * @return those that were not sent
   */
  List<Unsent> send(List<LedgerRecord> records) {
    return publisher.publish(
        records.stream().map(composer::compose).toList(), Deadline.after(CALL_BUDGET, clock));
  }
}
