package dev.rampline.ingest;

import dev.rampline.json.JsonReader;
import dev.rampline.observation.Authenticity;
import dev.rampline.observation.Channel;
import dev.rampline.observation.Details;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import dev.rampline.observation.State;
import dev.rampline.observation.Subject;
import dev.rampline.observation.TraceContext;
import dev.rampline.observation.Word;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Reads the documents of the spill: every member that has to be there, and no other. */
final class SpillReader {
  private SpillReader() {}

  static Optional<Observation> read(String text) {
    try {
      return JsonReader.read(text).map(SpillMembers::of).map(SpillReader::observation);
    } catch (IllegalArgumentException | DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  private static Observation observation(SpillMembers document) {
    if (!document.text("form").equals(SpillDocument.FORM)) {
      throw new IllegalArgumentException("Of another form");
    }
    Observation observation =
        new Observation(
            new Subject(document.text("subject")),
            word(document.members("word")),
            new Details(document.members("details").allTexts(), document.texts("unknownNames")),
            document.find("occurredAt").map(Instant::parse).orElse(null),
            reception(document.members("reception")));
    document.requireNoOther();
    return observation;
  }

  private static Word word(SpillMembers members) {
    Word word =
        new Word(
            State.of(members.text("state")),
            members.find("besideRefund").map(State::of).orElse(null),
            members.find("undocumented").orElse(null),
            members.find("eventName").orElse(null),
            members.find("rawStatus").orElse(null));
    members.requireNoOther();
    return word;
  }

  private static Reception reception(SpillMembers members) {
    Reception reception =
        new Reception(
            Channel.of(members.text("channel")),
            Authenticity.of(members.text("trust")),
            Instant.parse(members.text("receivedAt")),
            members.findNumber("askedAtVersion").orElse(null),
            members.truth("backfill"),
            members.find(TraceContext.NAME).map(SpillReader::trace).orElse(null));
    members.requireNoOther();
    return reception;
  }

  private static TraceContext trace(String text) {
    return TraceContext.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("Not a trace context"));
  }
}
