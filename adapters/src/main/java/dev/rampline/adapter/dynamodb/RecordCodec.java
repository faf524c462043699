package dev.rampline.adapter.dynamodb;

import dev.rampline.event.Subject;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.UnknownAttributes;
import dev.rampline.ledger.UnreadableRecordException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A record as an item of the table, and back. Attributes that this code does not know travel with
 * the record unchanged.
 */
final class RecordCodec {
  static final String SUBJECT = "subject";
  static final String REVISION = "revision";
  static final String VERSION = "version";
  private static final String STATE = "state";

  private static final Set<String> KNOWN_ATTRIBUTES =
      Set.of(
          SUBJECT,
          REVISION,
          VERSION,
          STATE,
          "writes",
          "updatedAt",
          "finals",
          "refunded",
          "conflict",
          "standing",
          "details",
          "tags",
          "unknownFields",
          "unverified",
          "unrecognized",
          "transitions",
          "last",
          IndexKeys.OPEN,
          IndexKeys.NEXT_CHECK_AT,
          IndexKeys.PARTNER_ORDER_ID);

  private RecordCodec() {}

  /**
   * The record that an item holds, whether it was read from the table or from its stream.
   *
   * @throws UnreadableRecordException if it is no item of a ledger, or holds a word (a state, a
   *     channel) that only a newer version of this code knows
   */
  static LedgerRecord decode(Map<String, AttributeValue> attributes) {
    try {
      return record(attributes);
    } catch (RuntimeException unreadable) {
      throw new UnreadableRecordException(unreadable);
    }
  }

  static Map<String, AttributeValue> encode(LedgerRecord record) {
    MapWriter item = new MapWriter().all(unknownAttributes(record.unknownAttributes()));
    item.text(SUBJECT, record.subject().text()).text(STATE, record.state().text());
    HistoryCodec.write(record, item);
    PrecedenceTable tags = PrecedenceTable.empty();
    FieldsCodec.write(record.currentStatus(), tags, item);
    FieldsCodec.write(record.fields(), tags, item);
    tags.write(item);
    TerminalStatesCodec.write(record.terminalStates(), item);
    PendingChecksCodec.write(record.pendingChecks(), item);
    IndexKeys.write(record, item);
    return item.members();
  }

  private static LedgerRecord record(Map<String, AttributeValue> attributes) {
    MapReader item = new MapReader(attributes);
    PrecedenceTable tags = PrecedenceTable.from(item);
    return new LedgerRecord(
        new Subject(item.text(SUBJECT)),
        HistoryCodec.revision(item),
        FieldsCodec.readCurrentStatus(item, tags),
        TerminalStatesCodec.read(item),
        FieldsCodec.read(item, tags),
        PendingChecksCodec.read(item),
        HistoryCodec.transitions(item),
        HistoryCodec.lastChange(item),
        unknownAttributes(attributes));
  }

  private static UnknownAttributes unknownAttributes(Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> others = new LinkedHashMap<>(attributes);
    others.keySet().removeAll(KNOWN_ATTRIBUTES);
    return others.isEmpty()
        ? UnknownAttributes.NONE
        : new UnknownAttributes(Map.<String, Object>copyOf(others), ItemSize.of(others));
  }

  private static Map<String, AttributeValue> unknownAttributes(UnknownAttributes carried) {
    Map<String, AttributeValue> others = new LinkedHashMap<>();
    carried.attributes().forEach((name, value) -> others.put(name, (AttributeValue) value));
    return others;
  }
}
