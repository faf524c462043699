package dev.rampline.adapter.dynamodb;

import dev.rampline.ledger.LastWord;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Revision;
import dev.rampline.ledger.Transition;
import dev.rampline.observation.Authenticity;
import dev.rampline.observation.Channel;
import dev.rampline.observation.State;
import dev.rampline.observation.TraceContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * {@code revision}, {@code version}, {@code writes} and {@code updatedAt}; {@code transitions};
 * {@code last}.
 */
final class HistoryCodec {
  private static final String WRITES = "writes";
  private static final String UPDATED_AT = "updatedAt";
  private static final String TRANSITIONS = "transitions";
  private static final String LAST = "last";

  private HistoryCodec() {}

  static void write(LedgerRecord record, MapWriter item) {
    write(record.revision(), item);
    item.list(TRANSITIONS, record.transitions(), HistoryCodec::value)
        .map(LAST, map(record.last()).members());
  }

  static void write(Revision revision, MapWriter item) {
    item.number(RecordCodec.REVISION, revision.number())
        .number(RecordCodec.VERSION, revision.version())
        .list(WRITES, revision.writes(), id -> AttributeValue.fromS(id.toString()))
        .instant(UPDATED_AT, revision.updatedAt());
  }

  static Revision revision(MapReader item) {
    return new Revision(
        item.number(RecordCodec.REVISION),
        item.number(RecordCodec.VERSION),
        item.list(WRITES, value -> UUID.fromString(value.s())),
        item.instant(UPDATED_AT));
  }

  static List<Transition> transitions(MapReader item) {
    return item.list(TRANSITIONS, HistoryCodec::transition);
  }

  /**
   * @throws IllegalArgumentException if it is absent
   */
  static LastWord last(MapReader item) {
    MapReader last = item.map(LAST).orElseThrow(() -> new IllegalArgumentException("No last word"));
    return new LastWord(
        last.text("decision"),
        last.textOrNull("previousState", State::of),
        last.textOrNull("eventName"),
        last.textOrNull("rawStatus"),
        Channel.of(last.text("channel")),
        Authenticity.of(last.text("trust")),
        last.instantOrNull("occurredAt"),
        last.instant("receivedAt"),
        last.flag("backfill", false),
        trace(last));
  }

  private static @Nullable TraceContext trace(MapReader last) {
    String text = last.textOrNull(TraceContext.NAME);
    return text == null ? null : TraceContext.parse(text).orElse(null);
  }

  private static MapWriter map(LastWord last) {
    State previous = last.previousState();
    TraceContext trace = last.trace();
    return new MapWriter()
        .text("decision", last.decision())
        .text("previousState", previous == null ? null : previous.text())
        .text("eventName", last.eventName())
        .text("rawStatus", last.rawStatus())
        .text("channel", last.channel().text())
        .text("trust", last.authenticity().text())
        .instant("occurredAt", last.occurredAt())
        .instant("receivedAt", last.receivedAt())
        .flag("backfill", last.backfill(), false)
        .text(TraceContext.NAME, trace == null ? null : trace.text());
  }

  private static AttributeValue value(Transition transition) {
    return new MapWriter()
        .text("state", transition.state().text())
        .number("version", transition.version())
        .text("channel", transition.channel().text())
        .instant("occurredAt", transition.occurredAt())
        .instant("receivedAt", transition.receivedAt())
        .value();
  }

  private static Transition transition(AttributeValue value) {
    MapReader map = MapReader.of(value);
    return new Transition(
        State.of(map.text("state")),
        map.number("version"),
        Channel.of(map.text("channel")),
        map.instantOrNull("occurredAt"),
        map.instant("receivedAt"));
  }
}
