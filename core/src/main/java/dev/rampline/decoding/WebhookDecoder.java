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
 * Makes an observation of a verified webhook payload, in any of the shapes and spellings that the
 * provider's pages show (provider.md §3.4–3.7, §5). It reads nothing but the payload, never the
 * ledger or the clock, and never throws for its input. Thread-safe.
 */
public final class WebhookDecoder {
  /** How far ahead of us the provider's clock may run before its time is not to be believed. */
  static final Duration MAX_AHEAD = Duration.ofMinutes(10);

  private final EventFieldsReader fieldsReader;

  /**
   * @param extraFields names of undocumented fields whose values are to be kept, where they stand
   *     at the body's top level and are scalars
   */
  public WebhookDecoder(Set<String> extraFields) {
    this.fieldsReader = new EventFieldsReader(extraFields);
  }

  /** What the payload says. */
  public DecodingResult decode(Json.Obj payload, EventMetadata reception) {
    PayloadFieldReader reading = new PayloadFieldReader(Payload.of(payload));
    Optional<String> eventName = eventName(reading);
    return Identity.from(reading, eventName.flatMap(Vocabulary::event))
        .<DecodingResult>map(identity -> withEvent(reading, identity, eventName, reception))
        .orElseGet(DecodingResult.NoSubject::new);
  }

  private DecodingResult withEvent(
      PayloadFieldReader reading,
      Identity identity,
      Optional<String> eventName,
      EventMetadata reception) {
    Subject.Kind kind = identity.subject().kind();
    ReportedStatus status =
        ReportedStatus.of(kind, reading.firstValue(Vocabulary.statusNames(kind)));
    StatusReport word = StatusReports.of(kind, eventName.orElse(null), status);
    VerifiedEvent observation =
        new VerifiedEvent(
            identity.subject(),
            word,
            fieldsReader.read(reading, identity, eventName.orElse(null)),
            occurredAt(reading, reception.receivedAt()).orElse(null),
            reception);
    return new DecodingResult.WithEvent(observation, reading.omittedFields());
  }

  private static Optional<String> eventName(PayloadFieldReader reading) {
    List<String> nested = Vocabulary.NESTED_EVENT_NAMES;
    return reading
        .findInRoot(ValueFormat.NAME, Vocabulary.EVENT_NAMES)
        .or(() -> reading.findInObject(Vocabulary.DATA, ValueFormat.NAME, nested))
        .or(() -> reading.findInObject(Vocabulary.WEBHOOK_DATA, ValueFormat.NAME, nested))
        .map(Excerpt::of);
  }

  /** The event's time, and not the order's creation, which says nothing of this event (A11). */
  private static Optional<Instant> occurredAt(PayloadFieldReader reading, Instant receivedAt) {
    return reading
        .findInRoot(ValueFormat.MOMENT, List.of(Vocabulary.TIMESTAMP))
        .or(() -> reading.findInBody(ValueFormat.MOMENT, List.of(Vocabulary.TIMESTAMP)))
        .or(() -> rootTimestamp(reading))
        .or(() -> reading.findInBody(ValueFormat.MOMENT, Vocabulary.TIMES_OF_CHANGE))
        .map(Instant::parse)
        .filter(moment -> !moment.isAfter(receivedAt.plus(MAX_AHEAD)));
  }

  private static Optional<String> rootTimestamp(PayloadFieldReader reading) {
    return reading.payload().timestamped()
        ? reading.findInRoot(ValueFormat.MOMENT, List.of(Vocabulary.CREATED_AT))
        : Optional.empty();
  }
}
