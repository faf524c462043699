package dev.rampline.inspector;

import dev.rampline.devstack.StreamConsumer;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Adds every write in the ledger's stream to an event store. */
public record LedgerStreamListener(EventStore store) implements StreamConsumer {
  @Override
  public int process(String streamArn, List<Record> records) {
    records.stream().map(LedgerChange::of).flatMap(Optional::stream).forEach(store::addChange);
    return records.size();
  }
}
