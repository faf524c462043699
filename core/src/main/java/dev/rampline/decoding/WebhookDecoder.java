package dev.rampline.decoding;

import dev.rampline.json.Json;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import dev.rampline.observation.Subject;
import dev.rampline.observation.Word;
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

  private final DetailsReader details;

  /**
   * @param extraFields names of undocumented fields whose values are to be kept, where they stand
   *     at the body's top level and are scalars
   */
  public WebhookDecoder(Set<String> extraFields) {
    this.details = new DetailsReader(extraFields);
  }

  /** What the payload says. */
  public Decoding decode(Json.Obj payload, Reception reception) {
    Reading reading = new Reading(Payload.of(payload));
    Optional<String> eventName = eventName(reading);
    return Identity.in(reading, eventName.flatMap(Vocabulary::event))
        .<Decoding>map(identity -> observed(reading, identity, eventName, reception))
        .orElseGet(Decoding.NoSubject::new);
  }

  private Decoding observed(
      Reading reading, Identity identity, Optional<String> eventName, Reception reception) {
    Subject.Kind kind = identity.subject().kind();
    Status status = Status.of(kind, reading.told(Vocabulary.statusNames(kind)));
    Word word = Words.of(kind, eventName.orElse(null), status);
    Observation observation =
        new Observation(
            identity.subject(),
            word,
            details.read(reading, identity, eventName.orElse(null)),
            occurredAt(reading, reception.receivedAt()).orElse(null),
            reception);
    return new Decoding.Observed(observation, reading.leftOut());
  }

  private static Optional<String> eventName(Reading reading) {
    List<String> nested = Vocabulary.NESTED_EVENT_NAMES;
    return reading
        .inRoot(Form.NAME, Vocabulary.EVENT_NAMES)
        .or(() -> reading.inObject(Vocabulary.DATA, Form.NAME, nested))
        .or(() -> reading.inObject(Vocabulary.WEBHOOK_DATA, Form.NAME, nested))
        .map(Excerpt::of);
  }

  /** The event's time, and not the order's creation, which says nothing of this event (A11). */
  private static Optional<Instant> occurredAt(Reading reading, Instant receivedAt) {
    return reading
        .inRoot(Form.MOMENT, List.of(Vocabulary.TIMESTAMP))
        .or(() -> reading.inBody(Form.MOMENT, List.of(Vocabulary.TIMESTAMP)))
        .or(() -> stamp(reading))
        .or(() -> reading.inBody(Form.MOMENT, Vocabulary.TIMES_OF_CHANGE))
        .map(Instant::parse)
        .filter(moment -> !moment.isAfter(receivedAt.plus(MAX_AHEAD)));
  }

  private static Optional<String> stamp(Reading reading) {
    return reading.payload().stamped()
        ? reading.inRoot(Form.MOMENT, List.of(Vocabulary.CREATED_AT))
        : Optional.empty();
  }
}
