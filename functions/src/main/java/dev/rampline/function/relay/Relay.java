package dev.rampline.function.relay;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import dev.rampline.adapter.dynamodb.EntryCodec;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.function.DeadLetterReason;
import dev.rampline.function.RelayDependencies;
import dev.rampline.function.relay.PendingMessage.Decoded;
import dev.rampline.function.relay.PendingMessage.Undecodable;
import dev.rampline.function.relay.RelayBatchResult.Complete;
import dev.rampline.function.relay.RelayBatchResult.Stopped;
import dev.rampline.ingest.Publisher;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import dev.rampline.message.MessageComposer;
import dev.rampline.time.Deadline;
import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * Sends the message of every version in the stream, in the stream's order, up to the first that
 * cannot be sent now. A message that can never be sent goes to the dead-letter queue and does not
 * stop the batch. SQS drops a message that was already sent if it has the same id within its
 * five-minute deduplication interval.
 */
final class Relay {
  private final MessageComposer composer;
  private final BatchSender sender;

  Relay(RelayDependencies dependencies) {
    this.composer = dependencies.composer();
    this.sender = new BatchSender(dependencies.publisher(), dependencies.deadLetters());
  }

  RelayBatchResult relay(List<DynamodbStreamRecord> records, Deadline deadline) {
    List<List<PendingMessage>> batches =
        records.stream()
            .map(LedgerStreamRecord::new)
            .filter(LedgerStreamRecord::isMessageNeeded)
            .flatMap(this::pendingMessages)
            .gather(Gatherers.windowFixed(Publisher.MAX_BATCH))
            .toList();
    Complete total = new Complete(0, 0);
    for (List<PendingMessage> batch : batches) {
      switch (total.plus(sender.send(batch, deadline))) {
        case Stopped stopped -> {
          return stopped;
        }
        case Complete next -> total = next;
      }
    }
    return total;
  }

  /** Returns the message of a record. A tombstone, which marks an erased subject, has none. */
  private Stream<PendingMessage> pendingMessages(LedgerStreamRecord streamRecord) {
    try {
      return switch (EntryCodec.decode(StreamImageConverter.toItem(streamRecord.item()))) {
        case LedgerRecord record -> Stream.of(new Decoded(streamRecord, composer.compose(record)));
        case Tombstone erased -> Stream.empty();
      };
    } catch (RuntimeException unreadable) {
      return Stream.of(
          new Undecodable(
              streamRecord,
              DeadLetterReason.of(unreadable).text(),
              FaultName.ofRootCause(unreadable)));
    }
  }
}
