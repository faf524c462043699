package dev.rampline.ingest;

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
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Reads the documents of the retry queue: every member that has to be there, and no other. */
final class RetryDocumentReader {
  private RetryDocumentReader() {}

  static Optional<VerifiedEvent> read(String text) {
    try {
      return JsonReader.read(text).map(StrictJsonMembers::of).map(RetryDocumentReader::observation);
    } catch (IllegalArgumentException | DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  private static VerifiedEvent observation(StrictJsonMembers document) {
    if (!document.text("form").equals(RetryDocument.FORM)) {
      throw new IllegalArgumentException("Of another form");
    }
    VerifiedEvent observation =
        new VerifiedEvent(
            new Subject(document.text("subject")),
            word(document.members("word")),
            new EventFields(document.members("details").allTexts(), document.texts("unknownNames")),
            document.find("occurredAt").map(Instant::parse).orElse(null),
            reception(document.members("reception")));
    document.requireEmpty();
    return observation;
  }

  private static StatusReport word(StrictJsonMembers members) {
    StatusReport word =
        new StatusReport(
            State.of(members.text("state")),
            members.find("besideRefund").map(State::of).orElse(null),
            members.find("undocumented").orElse(null),
            members.find("eventName").orElse(null),
            members.find("rawStatus").orElse(null));
    members.requireEmpty();
    return word;
  }

  private static EventMetadata reception(StrictJsonMembers members) {
    EventMetadata reception =
        new EventMetadata(
            Channel.of(members.text("channel")),
            TrustLevel.of(members.text("trust")),
            Instant.parse(members.text("receivedAt")),
            members.findNumber("askedAtVersion").orElse(null),
            members.bool("backfill"),
            members.find(TraceContext.NAME).map(RetryDocumentReader::trace).orElse(null));
    members.requireEmpty();
    return reception;
  }

  private static TraceContext trace(String text) {
    return TraceContext.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("Not a trace context"));
  }
}
