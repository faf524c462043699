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

  private static final Set<String> KNOWN =
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
          IndexKeys.LOOK_AT,
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
    MapWriter item = new MapWriter().all(carried(record.unknownAttributes()));
    item.text(SUBJECT, record.subject().text()).text(STATE, record.state().text());
    HistoryCodec.write(record, item);
    Tags tags = Tags.none();
    FactsCodec.write(record.currentStatus(), tags, item);
    FactsCodec.write(record.fields(), tags, item);
    tags.write(item);
    FinalsCodec.write(record.terminalStates(), item);
    ConcernsCodec.write(record.pendingChecks(), item);
    IndexKeys.write(record, item);
    return item.members();
  }

  private static LedgerRecord record(Map<String, AttributeValue> attributes) {
    MapReader item = new MapReader(attributes);
    Tags tags = Tags.in(item);
    return new LedgerRecord(
        new Subject(item.text(SUBJECT)),
        HistoryCodec.revision(item),
        FactsCodec.readStanding(item, tags),
        FinalsCodec.read(item),
        FactsCodec.read(item, tags),
        ConcernsCodec.read(item),
        HistoryCodec.transitions(item),
        HistoryCodec.last(item),
        carried(attributes));
  }

  private static UnknownAttributes carried(Map<String, AttributeValue> attributes) {
    Map<String, AttributeValue> others = new LinkedHashMap<>(attributes);
    others.keySet().removeAll(KNOWN);
    return others.isEmpty()
        ? UnknownAttributes.NONE
        : new UnknownAttributes(Map.<String, Object>copyOf(others), ItemSize.of(others));
  }

  private static Map<String, AttributeValue> carried(UnknownAttributes carried) {
    Map<String, AttributeValue> others = new LinkedHashMap<>();
    carried.attributes().forEach((name, value) -> others.put(name, (AttributeValue) value));
    return others;
  }
}
