package dev.rampline.ingest;

import dev.rampline.json.Json;
import dev.rampline.json.JsonWriter;
import dev.rampline.json.Members;
import dev.rampline.observation.Details;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import dev.rampline.observation.State;
import dev.rampline.observation.TraceContext;
import dev.rampline.observation.Word;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A word as it stands in the spill: JSON in pure ASCII with all that an ingest needs, which is less
 * than was received. What is absent leaves no member.
 */
public final class SpillDocument {
  static final String FORM = "rampline-spill/1";

  private SpillDocument() {}

  /** The document of a word. */
  public static String write(Observation observation) {
    Word word = observation.word();
    Details details = observation.details();
    Reception reception = observation.reception();
    return JsonWriter.write(
        new Members()
            .with("form", FORM)
            .with("subject", observation.subject().text())
            .with("word", word(word))
            .with("details", texts(details.values()))
            .with("unknownNames", texts(details.unknownNames()))
            .with("occurredAt", observation.occurredAt())
            .with("reception", reception(reception))
            .object());
  }

  /**
   * The word of a document; empty if the text is no such document, or of another version. Never
   * throws for its input.
   */
  public static Optional<Observation> read(String text) {
    return SpillReader.read(text);
  }

  private static Json word(Word word) {
    return new Members()
        .with("state", word.state().text())
        .with("besideRefund", text(word.besideRefund()))
        .with("undocumented", word.undocumented())
        .with("eventName", word.eventName())
        .with("rawStatus", word.rawStatus())
        .object();
  }

  private static Json reception(Reception reception) {
    TraceContext trace = reception.trace();
    Members members =
        new Members()
            .with("channel", reception.channel().text())
            .with("trust", reception.authenticity().text())
            .with("receivedAt", reception.receivedAt())
            .with("backfill", reception.backfill())
            .with(TraceContext.NAME, trace == null ? null : trace.text());
    Long askedAtVersion = reception.askedAtVersion();
    return askedAtVersion == null
        ? members.object()
        : members.with("askedAtVersion", askedAtVersion.longValue()).object();
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
