package dev.rampline.adapter.dynamodb;

import dev.rampline.event.Channel;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.TraceContext;
import dev.rampline.event.TrustLevel;
import dev.rampline.ledger.LastChange;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Revision;
import dev.rampline.ledger.Transition;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Converts the attributes {@code revision}, {@code version}, {@code writes}, {@code updatedAt},
 * {@code transitions} and {@code last}.
 */
final class HistoryCodec {
  static final String WRITE_IDS = "writes";
  private static final String UPDATED_AT = "updatedAt";
  private static final String TRANSITIONS = "transitions";
  private static final String LAST_CHANGE = "last";

  private HistoryCodec() {}

  static void write(LedgerRecord record, MapWriter item) {
    write(record.revision(), item);
    item.list(TRANSITIONS, record.transitions(), HistoryCodec::value)
        .map(LAST_CHANGE, map(record.lastChange()).members());
  }

  static void write(Revision revision, MapWriter item) {
    item.number(RecordCodec.REVISION, revision.number())
        .number(RecordCodec.VERSION, revision.version())
        .list(WRITE_IDS, revision.writeIds(), HistoryCodec::value)
        .instant(UPDATED_AT, revision.updatedAt());
  }

  /** Returns a write id as 16 bytes: an item holds many of them. */
  static AttributeValue value(UUID writeId) {
    byte[] bytes =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(writeId.getMostSignificantBits())
            .putLong(writeId.getLeastSignificantBits())
            .array();
    return AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(bytes));
  }

  private static UUID writeId(AttributeValue value) {
    ByteBuffer bytes = value.b().asByteBuffer();
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  static Revision revision(MapReader item) {
    return new Revision(
        item.number(RecordCodec.REVISION),
        item.number(RecordCodec.VERSION),
        item.list(WRITE_IDS, HistoryCodec::writeId),
        item.instant(UPDATED_AT));
  }

  static List<Transition> transitions(MapReader item) {
    return item.list(TRANSITIONS, HistoryCodec::transition);
  }

  /**
   * @throws IllegalArgumentException if the attribute is absent
   */
  static LastChange lastChange(MapReader item) {
    MapReader last =
        item.map(LAST_CHANGE)
            .orElseThrow(() -> new IllegalArgumentException("The item has no last"));
    return new LastChange(
        last.text("decision"),
        last.textOrNull("previousState", State::of),
        last.textOrNull("eventName"),
        last.textOrNull("rawStatus"),
        last.instantOrNull("occurredAt"),
        metadata(last));
  }

  private static EventMetadata metadata(MapReader last) {
    return new EventMetadata(
        Channel.of(last.text("channel")),
        TrustLevel.of(last.text("trust")),
        last.instant("receivedAt"),
        null,
        last.flag("backfill", false),
        trace(last));
  }

  private static @Nullable TraceContext trace(MapReader last) {
    String text = last.textOrNull(TraceContext.NAME);
    return text == null ? null : TraceContext.parse(text).orElse(null);
  }

  private static MapWriter map(LastChange last) {
    State previous = last.previousState();
    EventMetadata metadata = last.metadata();
    TraceContext trace = last.trace();
    return new MapWriter()
        .text("decision", last.decision())
        .text("previousState", previous == null ? null : previous.text())
        .text("eventName", last.eventName())
        .text("rawStatus", last.rawStatus())
        .text("channel", metadata.channel().text())
        .text("trust", metadata.trust().text())
        .instant("occurredAt", last.occurredAt())
        .instant("receivedAt", metadata.receivedAt())
        .flag("backfill", metadata.backfill(), false)
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
