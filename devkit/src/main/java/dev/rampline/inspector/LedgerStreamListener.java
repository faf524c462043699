package dev.rampline.inspector;

import dev.rampline.devstack.StreamConsumer;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Lets a chronicle see every write to the ledger, as the table's stream brings it. */
public record LedgerStreamListener(EventStore store) implements StreamConsumer {
  @Override
  public int process(String streamArn, List<Record> records) {
    records.stream().map(LedgerChange::of).flatMap(Optional::stream).forEach(store::addChange);
    return records.size();
  }
}
