package dev.rampline.operations.recovery;

import dev.rampline.adapter.sns.SnsPublisher;
import dev.rampline.adapter.sqs.SqsPublisher;
import dev.rampline.ingest.FanOutPublisher;
import dev.rampline.ingest.Publisher;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.message.MessageComposer;
import dev.rampline.resources.QueuePlan;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * Sends records' messages again, to the events queue and to the topic if there is one: the same ids
 * and bytes, with new deduplication ids.
 */
final class RecordResender {
  private static final Duration CALL_BUDGET = Duration.ofSeconds(10);

  private final MessageComposer composer;
  private final Publisher publisher;
  private final InstantSource clock;

  RecordResender(StoreClients clients, RunId runId, RunOptions options) {
    this.composer = new MessageComposer(options.environment());
    Publisher queue =
        new SqsPublisher(
            clients.queues(), clients.queueUrl(QueuePlan.EVENTS), runId::deduplicationId);
    this.publisher =
        clients
            .topic()
            .map(topic -> new SnsPublisher(topic.client(), topic.arn(), runId::deduplicationId))
            .<Publisher>map(topic -> new FanOutPublisher(queue, topic))
            .orElse(queue);
    this.clock = options.clock();
  }

  /**
   * Sends the messages of records.
   *
   * @param records 1 to {@value Publisher#MAX_BATCH} records
   * @return the messages that were not sent
   */
  List<Unsent> send(List<LedgerRecord> records) {
    return publisher.publish(
        records.stream().map(composer::compose).toList(), Deadline.after(CALL_BUDGET, clock));
  }
}
