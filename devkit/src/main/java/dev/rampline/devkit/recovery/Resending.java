package dev.rampline.devkit.recovery;

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
final class Resending {
  private static final Duration CALL_BUDGET = Duration.ofSeconds(10);

  private final MessageComposer composer;
  private final Publisher publisher;
  private final Tempo tempo;
  private final InstantSource clock;

  Resending(Site site, Mark mark, Tempo tempo, InstantSource clock) {
    this.composer = new MessageComposer(site.environment());
    this.publisher =
        new SqsPublisher(site.queues(), site.url(QueuePlan.EVENTS), mark::deduplicationId);
    this.tempo = tempo;
    this.clock = clock;
  }

  /**
   * Sends those.
   *
   * @param records at most {@value Publisher#MAX_BATCH}
   * @return those that were not sent
   */
  List<Unsent> send(List<LedgerRecord> records) {
    if (records.isEmpty()) {
      return List.of();
    }
    tempo.await(records.size());
    return publisher.publish(
        records.stream().map(composer::compose).toList(), Deadline.after(CALL_BUDGET, clock));
  }
}
