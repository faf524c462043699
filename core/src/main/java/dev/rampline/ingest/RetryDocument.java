package dev.rampline.ingest;

import dev.rampline.event.EventFields;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.State;
import dev.rampline.event.StatusReport;
import dev.rampline.event.TraceContext;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.json.Json;
import dev.rampline.json.JsonObjectBuilder;
import dev.rampline.json.JsonWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A word as it stands in the retry queue: JSON in pure ASCII with all that an ingest needs, which
 * is less than was received. What is absent leaves no member.
 */
public final class RetryDocument {
  static final String FORM = "rampline-retry/1";

  private RetryDocument() {}

  /** The document of a word. */
  public static String write(VerifiedEvent observation) {
    StatusReport word = observation.status();
    EventFields details = observation.fields();
    EventMetadata reception = observation.metadata();
    return JsonWriter.write(
        new JsonObjectBuilder()
            .with("form", FORM)
            .with("subject", observation.subject().text())
            .with("word", word(word))
            .with("details", texts(details.values()))
            .with("unknownNames", texts(details.unknownNames()))
            .with("occurredAt", observation.occurredAt())
            .with("reception", reception(reception))
            .build());
  }

  /**
   * The word of a document; empty if the text is no such document, or of another version. Never
   * throws for its input.
   */
  public static Optional<VerifiedEvent> read(String text) {
    return RetryDocumentReader.read(text);
  }

  private static Json word(StatusReport word) {
    return new JsonObjectBuilder()
        .with("state", word.state().text())
        .with("besideRefund", text(word.stateAlongsideRefund()))
        .with("undocumented", word.unrecognizedTerm())
        .with("eventName", word.eventName())
        .with("rawStatus", word.rawStatus())
        .build();
  }

  private static Json reception(EventMetadata reception) {
    TraceContext trace = reception.trace();
    JsonObjectBuilder members =
        new JsonObjectBuilder()
            .with("channel", reception.channel().text())
            .with("trust", reception.trust().text())
            .with("receivedAt", reception.receivedAt())
            .with("backfill", reception.backfill())
            .with(TraceContext.NAME, trace == null ? null : trace.text());
    Long askedAtVersion = reception.requestedAtVersion();
    return askedAtVersion == null
        ? members.build()
        : members.with("askedAtVersion", askedAtVersion.longValue()).build();
  }

  private static @Nullable String text(@Nullable State state) {
    return state == null ? null : state.text();
  }

  private static Json texts(Map<String, String> values) {
    Map<String, Json> texts = new LinkedHashMap<>();
    values.forEach((name, value) -> texts.put(name, new Json.Text(value)));
    return new Json.Obj(texts);
  }

  private static Json texts(Collection<String> names) {
    return new Json.Arr(names.stream().map(name -> (Json) new Json.Text(name)).toList());
  }
}
