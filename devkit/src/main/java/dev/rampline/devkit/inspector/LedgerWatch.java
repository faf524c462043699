package dev.rampline.devkit.inspector;

import dev.rampline.devkit.stack.StreamRecipient;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Lets a chronicle see every write to the ledger, as the table's stream brings it. */
public record LedgerWatch(Chronicle chronicle) implements StreamRecipient {
  @Override
  public int take(String streamArn, List<Record> records) {
    records.stream().map(Change::of).flatMap(Optional::stream).forEach(chronicle::see);
    return records.size();
  }
}
