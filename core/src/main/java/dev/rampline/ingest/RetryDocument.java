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
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON format of an event in the retry queue: pure ASCII, with everything that ingest needs and
 * nothing else. Absent values have no member.
 */
public final class RetryDocument {
  static final String FORM = "rampline-retry/1";

  /**
   * Three times the 14 days that a queue keeps a message: an event may wait in the retry queue, in
   * the dead-letter queue or the quarantine, and after a first redrive in one of them again.
   */
  private static final Duration MAX_WAIT = Duration.ofDays(3 * 14);

  /**
   * By this, the clock of the webhook function may be ahead of the queue's. It is generous: the
   * limit only keeps a planted event from postponing its own check for years.
   */
  private static final Duration MAX_AHEAD = Duration.ofHours(1);

  private RetryDocument() {}

  /** Writes an event. */
  public static String write(VerifiedEvent event) {
    StatusReport status = event.status();
    EventFields fields = event.fields();
    EventMetadata metadata = event.metadata();
    return JsonWriter.write(
        new JsonObjectBuilder()
            .with("form", FORM)
            .with("subject", event.subject().text())
            .with("report", status(status))
            .with("fields", texts(fields.values()))
            .with("unknownNames", texts(fields.unknownNames()))
            .with("occurredAt", event.occurredAt())
            .with("metadata", metadata(metadata))
            .build());
  }

  /**
   * Reads an event; empty if the text is not such a document, has another version, or contains what
   * the webhook function cannot have written. Never throws for its input.
   */
  public static Optional<VerifiedEvent> read(String text) {
    return RetryDocumentReader.read(text);
  }

  /**
   * Returns whether what was received then can have been sent to the retry queue at that time: at
   * once by the webhook function, or later by a redrive.
   */
  public static boolean canBeSentAt(Instant sentAt, Instant receivedAt) {
    return receivedAt.isBefore(sentAt.plus(MAX_AHEAD))
        && receivedAt.isAfter(sentAt.minus(MAX_WAIT));
  }

  private static Json status(StatusReport status) {
    return new JsonObjectBuilder()
        .with("state", status.state().text())
        .with("besideRefund", text(status.stateAlongsideRefund()))
        .with("undocumented", status.unrecognizedTerm())
        .with("eventName", status.eventName())
        .with("rawStatus", status.rawStatus())
        .build();
  }

  private static Json metadata(EventMetadata metadata) {
    TraceContext trace = metadata.trace();
    JsonObjectBuilder members =
        new JsonObjectBuilder()
            .with("channel", metadata.channel().text())
            .with("trust", metadata.trust().text())
            .with("receivedAt", metadata.receivedAt())
            .with("backfill", metadata.backfill())
            .with(TraceContext.NAME, trace == null ? null : trace.text());
    Long requestedAtVersion = metadata.requestedAtVersion();
    return requestedAtVersion == null
        ? members.build()
        : members.with("requestedAtVersion", requestedAtVersion.longValue()).build();
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
