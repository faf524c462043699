package dev.rampline.function.relay;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import dev.rampline.adapter.dynamodb.EntryCodec;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.function.Relaying;
import dev.rampline.function.relay.Owed.Illegible;
import dev.rampline.function.relay.Owed.Legible;
import dev.rampline.function.relay.Progress.Stopped;
import dev.rampline.function.relay.Progress.Whole;
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

  Relay(Relaying relaying) {
    this.composer = relaying.composer();
    this.sender = new BatchSender(relaying.publisher(), relaying.deadLetters());
  }

  Progress relay(List<DynamodbStreamRecord> records, Deadline deadline) {
    List<List<Owed>> batches =
        records.stream()
            .map(Change::new)
            .filter(Change::owesMessage)
            .flatMap(this::owed)
            .gather(Gatherers.windowFixed(Publisher.MAX_BATCH))
            .toList();
    Whole whole = new Whole(0, 0);
    for (List<Owed> batch : batches) {
      switch (whole.then(sender.send(batch, deadline))) {
        case Stopped stopped -> {
          return stopped;
        }
        case Whole further -> whole = further;
      }
    }
    return whole;
  }

  /** Of a subject that was forgotten, nobody is owed anything. */
  private Stream<Owed> owed(Change change) {
    try {
      return switch (EntryCodec.decode(Images.item(change.item()))) {
        case LedgerRecord record -> Stream.of(new Legible(change, composer.compose(record)));
        case Tombstone forgotten -> Stream.empty();
      };
    } catch (RuntimeException unreadable) {
      return Stream.of(new Illegible(change, FaultName.of(unreadable)));
    }
  }
}
