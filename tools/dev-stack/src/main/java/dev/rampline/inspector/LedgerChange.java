package dev.rampline.inspector;

import dev.rampline.adapter.dynamodb.EntryCodec;
import dev.rampline.event.Subject;
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
 * @param before the previous record; null if there was none or it is unknown
 * @param after the new entry
 * @param item the new entry as a table item
 */
record LedgerChange(@Nullable LedgerRecord before, Entry after, Map<String, AttributeValue> item) {

  /** Reads a stream record; empty if it is not about a subject. */
  static Optional<LedgerChange> of(Record record) {
    StreamRecord written = record.dynamodb();
    return written.hasNewImage() ? of(written.oldImage(), written.newImage()) : Optional.empty();
  }

  /**
   * The table also holds other items, and possibly records of a newer version. Those with version 0
   * only lead to the other ids of a customer.
   */
  private static Optional<LedgerChange> of(
      Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    try {
      Entry entry = EntryCodec.decode(after);
      return Optional.of(new LedgerChange(record(before), entry, after))
          .filter(change -> change.after().version() > 0);
    } catch (UnreadableRecordException other) {
      return Optional.empty();
    }
  }

  private static @Nullable LedgerRecord record(Map<String, AttributeValue> item) {
    return !item.isEmpty() && EntryCodec.decode(item) instanceof LedgerRecord record
        ? record
        : null;
  }

  Subject subject() {
    return after.subject();
  }

  /** Whether the write created a version, which consumers get as a message. */
  boolean isNewVersion() {
    return before == null || before.version() < after.version();
  }
}
