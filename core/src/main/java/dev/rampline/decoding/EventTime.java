package dev.rampline.decoding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time of an event. The order's creation time is not the event's ({@code
 * docs/provider-api.md#a11}).
 */
final class EventTime {
  /** Times further in the future are ignored. */
  private static final Duration MAX_AHEAD = Duration.ofMinutes(10);

  private static final List<MemberPath> CREATED_AT = MemberPath.all(DocumentedFields.CREATED_AT);
  private static final List<MemberPath> UPDATED_AT = MemberPath.all(DocumentedFields.UPDATED_AT);
  private static final List<MemberPath> COMPLETED_AT =
      MemberPath.all(DocumentedFields.COMPLETED_AT);

  private EventTime() {}

  static Optional<Instant> find(
      PayloadFieldReader reader, Vocabulary vocabulary, Instant receivedAt) {
    List<MemberPath> timestamps = vocabulary.names().timestamp();
    return reader
        .findInRoot(ValueFormat.MOMENT, timestamps)
        .or(() -> reader.findInBody(ValueFormat.MOMENT, timestamps))
        .or(() -> rootTimestamp(reader))
        .or(() -> timeOfChange(reader))
        .flatMap(InstantParser::parse)
        .filter(instant -> !isAhead(instant, receivedAt));
  }

  /** Returns whether an event that was received then can have that time. */
  static boolean isPossible(@Nullable Instant occurredAt, Instant receivedAt) {
    return occurredAt == null
        || (InstantParser.parse(occurredAt.toString()).isPresent()
            && !isAhead(occurredAt, receivedAt));
  }

  private static boolean isAhead(Instant occurredAt, Instant receivedAt) {
    return occurredAt.isAfter(receivedAt.plus(MAX_AHEAD));
  }

  private static Optional<String> rootTimestamp(PayloadFieldReader reader) {
    return reader.payload().timestamped()
        ? reader.findInRoot(ValueFormat.MOMENT, CREATED_AT)
        : Optional.empty();
  }

  /** Anywhere in the body, the time of the last change is better than that of the completion. */
  private static Optional<String> timeOfChange(PayloadFieldReader reader) {
    return reader
        .findInBody(ValueFormat.MOMENT, UPDATED_AT)
        .or(() -> reader.findInBody(ValueFormat.MOMENT, COMPLETED_AT));
  }
}
