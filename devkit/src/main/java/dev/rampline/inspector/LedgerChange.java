package dev.rampline.inspector;

import dev.rampline.adapter.dynamodb.EntryCodec;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.UnreadableRecordException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/**
 * One write to the ledger.
 *
 * @param before what stood there; null: nothing did, or nobody knows
 * @param after what stands there since
 * @param item the same, as the table keeps it
 */
record LedgerChange(@Nullable LedgerRecord before, Entry after, Map<String, AttributeValue> item) {

  /** What a record of the stream tells, if it is of a subject. */
  static Optional<LedgerChange> of(Record record) {
    StreamRecord written = record.dynamodb();
    return written.hasNewImage() ? of(written.oldImage(), written.newImage()) : Optional.empty();
  }

  /** The table holds other items too, and perhaps some that only newer code can read. */
  private static Optional<LedgerChange> of(
      Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    try {
      Entry entry = EntryCodec.decode(after);
      return Optional.of(new LedgerChange(record(before), entry, after));
    } catch (UnreadableRecordException other) {
      return Optional.empty();
    }
  }

  private static @Nullable LedgerRecord record(Map<String, AttributeValue> item) {
    return !item.isEmpty() && EntryCodec.decode(item) instanceof LedgerRecord record
        ? record
        : null;
  }

  String subject() {
    return after.subject().text();
  }

  /** Whether consumers are told of it. */
  boolean isNewVersion() {
    return before == null || before.version() < after.version();
  }
}
