package dev.rampline.decoding;

import dev.rampline.event.EventMetadata;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.json.Json;
import dev.rampline.quarantine.QuarantineReason;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Decodes a verified webhook payload into a verified event ({@code
 * docs/provider-api.md#webhook-delivery}). It accepts every shape and spelling that the provider
 * documents. It reads only the payload, never the ledger or the clock, and never throws for its
 * input. Thread-safe.
 */
public final class WebhookDecoder {
  private final Vocabulary vocabulary;
  private final EventFieldsReader fieldsReader;

  /**
   * @param extraFields names of undocumented fields whose values are kept if they are scalar
   *     members of the body
   */
  public WebhookDecoder(Vocabulary vocabulary, Set<String> extraFields) {
    this.vocabulary = Objects.requireNonNull(vocabulary, "vocabulary");
    this.fieldsReader = new EventFieldsReader(vocabulary, extraFields);
  }

  /** Decodes a payload. */
  public DecodingResult decode(Json.Obj payload, EventMetadata metadata) {
    PayloadFieldReader reader = new PayloadFieldReader(Payload.of(payload, vocabulary));
    Optional<String> eventName = EventNames.find(reader, vocabulary);
    Optional<EventMeaning> event = eventName.flatMap(vocabulary::event);
    if (event.filter(EventMeaning::isIgnored).isPresent()) {
      return new DecodingResult.Ignored();
    }
    Subject.Kind kind = Identity.kind(reader, eventName, vocabulary);
    if (reader.payload().isAboutSeveral(kind)) {
      return new DecodingResult.Unplaceable(QuarantineReason.SEVERAL_SUBJECTS);
    }
    Optional<Identity> identity = Identity.from(reader, kind, vocabulary);
    if (identity.isEmpty()) {
      return new DecodingResult.Unplaceable(QuarantineReason.NO_SUBJECT);
    }
    if (identity.get().isContradicted(reader, vocabulary)) {
      return new DecodingResult.Unplaceable(QuarantineReason.SEVERAL_SUBJECTS);
    }
    ReportedStatus status = ReportedStatus.from(reader, kind, vocabulary);
    StatusReport report = StatusReports.of(kind, eventName.orElse(null), event, status);
    return new DecodingResult.WithEvent(
        event(reader, identity.get(), report, metadata),
        reader.omittedFields(),
        StatusReports.isWithheld(report));
  }

  /**
   * Decodes an API response about a subject of that kind; empty if it has no subject or no status.
   */
  Optional<VerifiedEvent> decodeResponse(
      Subject.Kind kind, Json.Obj response, EventMetadata metadata) {
    PayloadFieldReader reader = new PayloadFieldReader(Payload.of(response, vocabulary));
    ReportedStatus status = ReportedStatus.from(reader, kind, vocabulary);
    return Identity.from(reader, kind, vocabulary)
        .filter(identity -> !status.isAbsent())
        .map(identity -> event(reader, identity, StatusReports.ofResponse(status), metadata));
  }

  private VerifiedEvent event(
      PayloadFieldReader reader, Identity identity, StatusReport report, EventMetadata metadata) {
    return new VerifiedEvent(
        identity.subject(),
        report,
        fieldsReader.read(reader, identity, report.eventName()),
        EventTime.find(reader, vocabulary, metadata.receivedAt()).orElse(null),
        metadata);
  }
}
