package dev.rampline.adapter.dynamodb;

import dev.rampline.event.Subject;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.RecordContent;
import dev.rampline.ledger.UnknownAttributes;
import dev.rampline.ledger.UnreadableRecordException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Converts a record to a table item and back. Unknown attributes are kept unchanged. */
final class RecordCodec {
  static final String SUBJECT = "subject";
  static final String REVISION = "revision";
  static final String VERSION = "version";
  private static final String STATE = "state";
  private static final String CONFIRMED_AT = "confirmedAt";

  static final Set<String> KNOWN_ATTRIBUTES =
      Set.of(
          SUBJECT,
          REVISION,
          VERSION,
          STATE,
          CONFIRMED_AT,
          "writes",
          "updatedAt",
          "terminalStates",
          "refunded",
          "conflict",
          "currentStatus",
          "fields",
          "unknownFields",
          "aliases",
          "unverified",
          "unrecognized",
          "failedLookups",
          "transitions",
          "last",
          IndexKeys.OPEN,
          IndexKeys.NEXT_CHECK_AT,
          IndexKeys.PARTNER_ORDER_ID);

  private RecordCodec() {}

  /**
   * Reads an item of the table or of its stream.
   *
   * @throws UnreadableRecordException if it is not a ledger item, or contains a value (a state, a
   *     channel) that only a newer version of the code knows
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
    item.instant(CONFIRMED_AT, record.content().confirmedAt());
    HistoryCodec.write(record, item);
    IndexKeys.write(record, item);
    PrecedenceTable precedences = new PrecedenceTable();
    FieldsCodec.write(record.currentStatus(), precedences, item);
    FieldsCodec.write(record.fields(), precedences, item);
    precedences.write(item);
    TerminalStatesCodec.write(record.terminalStates(), item);
    PendingChecksCodec.write(record.pendingChecks(), item);
    return item.members();
  }

  private static LedgerRecord record(Map<String, AttributeValue> attributes) {
    MapReader item = new MapReader(attributes);
    Subject subject = new Subject(item.text(SUBJECT));
    return new LedgerRecord(
        subject,
        HistoryCodec.revision(item),
        new RecordContent(
            FieldsCodec.readCurrentStatus(subject.kind(), item),
            TerminalStatesCodec.read(item),
            FieldsCodec.read(item),
            PendingChecksCodec.read(item)),
        HistoryCodec.transitions(item),
        HistoryCodec.lastChange(item),
        unknownAttributes(attributes));
  }

  private static UnknownAttributes unknownAttributes(Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> others = new LinkedHashMap<>(attributes);
    others.keySet().removeAll(KNOWN_ATTRIBUTES);
    return new UnknownAttributes(Map.<String, Object>copyOf(others));
  }

  private static Map<String, AttributeValue> unknownAttributes(UnknownAttributes unknown) {
    Map<String, AttributeValue> others = new LinkedHashMap<>();
    unknown.attributes().forEach((name, value) -> others.put(name, (AttributeValue) value));
    return others;
  }
}
