package dev.rampline.decoding;

import dev.rampline.event.EventMetadata;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decodes a verified webhook payload into a verified event ({@code
 * docs/provider-api.md#webhook-delivery}). It accepts every shape and spelling that the provider
 * documents. It reads only the payload, never the ledger or the clock, and never throws for its
 * input. Thread-safe.
 */
public final class WebhookDecoder {
  /** Times further in the future are ignored. */
  static final Duration MAX_AHEAD = Duration.ofMinutes(10);

  private final EventFieldsReader fieldsReader;

  /**
   * @param extraFields names of undocumented fields whose values are kept if they are scalar
   *     members of the body
   */
  public WebhookDecoder(Set<String> extraFields) {
    this.fieldsReader = new EventFieldsReader(extraFields);
  }

  /** Decodes a payload. */
  public DecodingResult decode(Json.Obj payload, EventMetadata metadata) {
    PayloadFieldReader reader = new PayloadFieldReader(Payload.of(payload));
    Optional<String> eventName = eventName(reader);
    return Identity.from(reader, eventName.flatMap(Vocabulary::event))
        .<DecodingResult>map(identity -> withEvent(reader, identity, eventName, metadata))
        .orElseGet(DecodingResult.NoSubject::new);
  }

  private DecodingResult withEvent(
      PayloadFieldReader reader,
      Identity identity,
      Optional<String> eventName,
      EventMetadata metadata) {
    Subject.Kind kind = identity.subject().kind();
    ReportedStatus status =
        ReportedStatus.of(kind, reader.firstValue(Vocabulary.statusNames(kind)));
    StatusReport statusReport = StatusReports.of(kind, eventName.orElse(null), status);
    VerifiedEvent event =
        new VerifiedEvent(
            identity.subject(),
            statusReport,
            fieldsReader.read(reader, identity, eventName.orElse(null)),
            occurredAt(reader, metadata.receivedAt()).orElse(null),
            metadata);
    return new DecodingResult.WithEvent(event, reader.omittedFields());
  }

  private static Optional<String> eventName(PayloadFieldReader reader) {
    List<String> nested = Vocabulary.NESTED_EVENT_NAMES;
    return reader
        .findInRoot(ValueFormat.NAME, Vocabulary.EVENT_NAMES)
        .or(() -> reader.findInObject(Vocabulary.DATA, ValueFormat.NAME, nested))
        .or(() -> reader.findInObject(Vocabulary.WEBHOOK_DATA, ValueFormat.NAME, nested))
        .map(Excerpt::of);
  }

  /**
   * Returns the event's time. The order's creation time is not the event's ({@code
   * docs/provider-api.md#a11}).
   */
  private static Optional<Instant> occurredAt(PayloadFieldReader reader, Instant receivedAt) {
    return reader
        .findInRoot(ValueFormat.MOMENT, List.of(Vocabulary.TIMESTAMP))
        .or(() -> reader.findInBody(ValueFormat.MOMENT, List.of(Vocabulary.TIMESTAMP)))
        .or(() -> rootTimestamp(reader))
        .or(() -> reader.findInBody(ValueFormat.MOMENT, Vocabulary.TIMES_OF_CHANGE))
        .map(Instant::parse)
        .filter(instant -> !instant.isAfter(receivedAt.plus(MAX_AHEAD)));
  }

  private static Optional<String> rootTimestamp(PayloadFieldReader reader) {
    return reader.payload().timestamped()
        ? reader.findInRoot(ValueFormat.MOMENT, List.of(Vocabulary.CREATED_AT))
        : Optional.empty();
  }
}
