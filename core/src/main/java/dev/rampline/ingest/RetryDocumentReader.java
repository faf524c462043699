package dev.rampline.ingest;

import dev.rampline.decoding.DecodedEventRules;
import dev.rampline.event.Channel;
import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.json.JsonReader;
import dev.rampline.json.StrictJsonMembers;
import dev.rampline.ledger.FieldValues;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the documents of the retry queue. Every required member must be present, and no other. Only
 * the webhook function writes them, so an event that its decoder cannot have created, or with other
 * metadata than that of a webhook with a valid signature, is planted.
 */
final class RetryDocumentReader {
  private RetryDocumentReader() {}

  static Optional<VerifiedEvent> read(String text) {
    try {
      return JsonReader.read(text).map(StrictJsonMembers::of).map(RetryDocumentReader::event);
    } catch (IllegalArgumentException | DateTimeException invalid) {
      return Optional.empty();
    }
  }

  private static VerifiedEvent event(StrictJsonMembers document) {
    if (!document.text("form").equals(RetryDocument.FORM)) {
      throw new IllegalArgumentException("Unknown document format");
    }
    VerifiedEvent event =
        new VerifiedEvent(
            new Subject(document.text("subject")),
            status(document.members("report")),
            new EventFields(document.members("fields").allTexts(), document.texts("unknownNames")),
            document.find("occurredAt").map(Instant::parse).orElse(null),
            metadata(document.members("metadata")));
    document.requireEmpty();
    if (!DecodedEventRules.isDecodable(event) || extraFields(event) > FieldValues.MAX_EXTRA) {
      throw new IllegalArgumentException("Not an event of the decoder");
    }
    return event;
  }

  private static long extraFields(VerifiedEvent event) {
    return event.fields().values().keySet().stream()
        .filter(name -> name.startsWith(EventFields.EXTRA_PREFIX))
        .count();
  }

  private static StatusReport status(StrictJsonMembers members) {
    StatusReport status =
        new StatusReport(
            State.of(members.text("state")),
            members.find("besideRefund").map(State::of).orElse(null),
            members.find("undocumented").orElse(null),
            members.find("eventName").orElse(null),
            members.find("rawStatus").orElse(null));
    members.requireEmpty();
    return status;
  }

  private static EventMetadata metadata(StrictJsonMembers members) {
    EventMetadata metadata =
        new EventMetadata(
            Channel.of(members.text("channel")),
            TrustLevel.of(members.text("trust")),
            Instant.parse(members.text("receivedAt")),
            members.findNumber("requestedAtVersion").orElse(null),
            members.bool("backfill"),
            members.find(TraceContext.NAME).map(RetryDocumentReader::trace).orElse(null));
    members.requireEmpty();
    if (!metadata.equals(EventMetadata.ofWebhook(metadata.receivedAt(), metadata.trace()))) {
      throw new IllegalArgumentException("Not the metadata of a webhook");
    }
    return metadata;
  }

  private static TraceContext trace(String text) {
    return TraceContext.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("Not a trace context"));
  }
}
