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
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
  private static final String CHANNEL = "channel";
  private static final String OCCURRED_AT = "occurredAt";
  private static final String RECEIVED_AT = "receivedAt";
  private static final int TRANSITION_PARTS = 5;

  /** Stands for an absent time of a transition. */
  private static final String NO_TIME = "-";

  private HistoryCodec() {}

  static void write(LedgerRecord record, MapWriter item) {
    write(record.revision(), item);
    item.list(TRANSITIONS, record.transitions(), HistoryCodec::value)
        .map(LAST_CHANGE, map(record.lastChange(), record.transitions()).members());
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
    boolean isTransition = last.textOrNull(CHANNEL) == null;
    Transition newest = isTransition ? transitions(item).getLast() : null;
    return new LastChange(
        last.text("decision"),
        last.textOrNull("previousState", State::of),
        last.textOrNull("eventName"),
        last.textOrNull("rawStatus"),
        newest == null ? last.instantOrNull(OCCURRED_AT) : newest.occurredAt(),
        new EventMetadata(
            newest == null ? Channel.of(last.text(CHANNEL)) : newest.channel(),
            TrustLevel.of(last.text("trust")),
            newest == null ? last.instant(RECEIVED_AT) : newest.receivedAt(),
            null,
            last.flag("backfill", false),
            trace(last)));
  }

  private static @Nullable TraceContext trace(MapReader last) {
    String text = last.textOrNull(TraceContext.NAME);
    return text == null ? null : TraceContext.parse(text).orElse(null);
  }

  /** Writes channel and times only if they differ from those of the last transition. */
  private static MapWriter map(LastChange last, List<Transition> transitions) {
    State previous = last.previousState();
    EventMetadata metadata = last.metadata();
    TraceContext trace = last.trace();
    MapWriter map =
        new MapWriter()
            .text("decision", last.decision())
            .text("previousState", previous == null ? null : previous.text())
            .text("eventName", last.eventName())
            .text("rawStatus", last.rawStatus())
            .text("trust", metadata.trust().text())
            .flag("backfill", metadata.backfill(), false)
            .text(TraceContext.NAME, trace == null ? null : trace.text());
    return !transitions.isEmpty() && isMadeBy(last, transitions.getLast())
        ? map
        : map.text(CHANNEL, metadata.channel().text())
            .instant(OCCURRED_AT, last.occurredAt())
            .instant(RECEIVED_AT, metadata.receivedAt());
  }

  private static boolean isMadeBy(LastChange last, Transition transition) {
    return transition.channel() == last.metadata().channel()
        && Objects.equals(transition.occurredAt(), last.occurredAt())
        && transition.receivedAt().equals(last.metadata().receivedAt());
  }

  /** Returns a transition as one text: an item holds many of them, and names take space too. */
  private static AttributeValue value(Transition transition) {
    Instant occurredAt = transition.occurredAt();
    return AttributeValue.fromS(
        String.join(
            " ",
            transition.state().text(),
            Long.toString(transition.version()),
            transition.channel().text(),
            occurredAt == null ? NO_TIME : occurredAt.toString(),
            transition.receivedAt().toString()));
  }

  private static Transition transition(AttributeValue value) {
    String[] parts = value.s().split(" ", TRANSITION_PARTS);
    return new Transition(
        State.of(parts[0]),
        Long.parseLong(parts[1]),
        Channel.of(parts[2]),
        parts[3].equals(NO_TIME) ? null : Instant.parse(parts[3]),
        Instant.parse(parts[4]));
  }
}
