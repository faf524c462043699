package dev.rampline.inspector;

import dev.rampline.devstack.StreamConsumer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Adds every write in the ledger's stream to an event store.
 *
 * @param liveFrom a write before this time is shown in its subject's timeline only
 */
public record LedgerStreamListener(EventStore store, Instant liveFrom) implements StreamConsumer {
  @Override
  public int process(String streamArn, List<Record> records) {
    records.stream().map(LedgerChange::of).flatMap(Optional::stream).forEach(this::add);
    return records.size();
  }

  private void add(LedgerChange change) {
    store.addChange(change, !change.after().revision().updatedAt().isBefore(liveFrom));
  }
}
