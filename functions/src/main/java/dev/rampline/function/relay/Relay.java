package dev.rampline.function.relay;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import dev.rampline.adapter.dynamodb.EntryCodec;
import dev.rampline.adapter.telemetry.FaultName;
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
 * cannot be sent now. What can never be sent is parked, and stops nothing. Inside SQS's five
 * minutes a message that was sent already vanishes by its id.
 */
final class Relay {
  private final MessageComposer composer;
  private final BatchSender sender;

  Relay(RelayDependencies relaying) {
    this.composer = relaying.composer();
    this.sender = new BatchSender(relaying.publisher(), relaying.deadLetters());
  }

  RelayBatchResult relay(List<DynamodbStreamRecord> records, Deadline deadline) {
    List<List<PendingMessage>> batches =
        records.stream()
            .map(LedgerStreamRecord::new)
            .filter(LedgerStreamRecord::isMessageNeeded)
            .flatMap(this::pendingMessages)
            .gather(Gatherers.windowFixed(Publisher.MAX_BATCH))
            .toList();
    Complete whole = new Complete(0, 0);
    for (List<PendingMessage> batch : batches) {
      switch (whole.plus(sender.send(batch, deadline))) {
        case Stopped stopped -> {
          return stopped;
        }
        case Complete further -> whole = further;
      }
    }
    return whole;
  }

  /** Of a subject that was forgotten, nobody is owed anything. */
  private Stream<PendingMessage> pendingMessages(LedgerStreamRecord change) {
    try {
      return switch (EntryCodec.decode(StreamImageConverter.toItem(change.item()))) {
        case LedgerRecord record -> Stream.of(new Decoded(change, composer.compose(record)));
        case Tombstone forgotten -> Stream.empty();
      };
    } catch (RuntimeException unreadable) {
      return Stream.of(new Undecodable(change, FaultName.of(unreadable)));
    }
  }
}
