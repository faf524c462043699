package dev.rampline.adapter.dynamodb;

import dev.rampline.event.Subject;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import dev.rampline.ledger.UnreadableRecordException;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Converts a subject's entry to a table item and back. A tombstone has the flag {@code erased} and
 * none of the record's content: no index contains it, and code that does not know tombstones cannot
 * read it.
 */
public final class EntryCodec {
  private static final String ERASED = "erased";

  private EntryCodec() {}

  /**
   * Reads an item of the table or of its stream.
   *
   * @throws UnreadableRecordException if it is not a ledger item, or contains a value (a state, a
   *     channel) that only a newer version of the code knows
   */
  public static Entry decode(Map<String, AttributeValue> attributes) {
    return attributes.containsKey(ERASED)
        ? tombstone(new MapReader(attributes))
        : RecordCodec.decode(attributes);
  }

  /** Writes an item of the table. */
  public static Map<String, AttributeValue> encode(Entry entry) {
    return switch (entry) {
      case LedgerRecord record -> RecordCodec.encode(record);
      case Tombstone tombstone -> item(tombstone);
    };
  }

  private static Map<String, AttributeValue> item(Tombstone tombstone) {
    MapWriter item = new MapWriter().text(RecordCodec.SUBJECT, tombstone.subject().text());
    HistoryCodec.write(tombstone.revision(), item);
    return item.flag(ERASED, true, false).members();
  }

  private static Tombstone tombstone(MapReader item) {
    try {
      return new Tombstone(
          new Subject(item.text(RecordCodec.SUBJECT)), HistoryCodec.revision(item));
    } catch (RuntimeException unreadable) {
      throw new UnreadableRecordException(unreadable);
    }
  }
}
