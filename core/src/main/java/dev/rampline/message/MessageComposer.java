package dev.rampline.message;

import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import dev.rampline.json.Json;
import dev.rampline.json.JsonObjectBuilder;
import dev.rampline.json.JsonWriter;
import dev.rampline.ledger.LastChange;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.lifecycle.DecisionName;
import java.util.Locale;
import java.util.Objects;

/**
 * Composes the message of a record: a CloudEvent (specification 1.0 with the extensions sequence
 * and distributed tracing). Its data follow the JSON Schema {@value #DATA_SCHEMA}, a resource next
 * to this class. Thread-safe.
 */
public final class MessageComposer {
  static final String DATA_SCHEMA = "urn:rampline:data:1";

  private final String source;

  /**
   * @param environment the last segment of the message's source, such as {@code production}
   */
  public MessageComposer(String environment) {
    this.source = "/ozzobit/" + Objects.requireNonNull(environment, "environment");
  }

  /** Composes the message of the record's current version. */
  public CloudEventMessage compose(LedgerRecord record) {
    Subject subject = record.subject();
    String id = subject.text() + "/" + record.version();
    return new CloudEventMessage(
        id, subject, JsonWriter.write(event(id, record)), record.lastChange().trace());
  }

  private Json event(String id, LedgerRecord record) {
    Subject subject = record.subject();
    LastChange last = record.lastChange();
    TraceContext trace = last.trace();
    return new JsonObjectBuilder()
        .with("specversion", "1.0")
        .with("id", id)
        .with("source", source)
        .with("type", "dev.rampline." + subject.kind().text() + "." + typeSuffix(record))
        .with("subject", subject.text())
        .with("time", last.occurredAt() == null ? last.metadata().receivedAt() : last.occurredAt())
        .with("sequence", String.format(Locale.ROOT, "%020d", record.version()))
        .with("datacontenttype", "application/json")
        .with("dataschema", DATA_SCHEMA)
        .with(TraceContext.NAME, trace == null ? null : trace.text())
        .with("data", MessageData.of(record))
        .build();
  }

  /** A state change has the state as type suffix, any other change the decision. */
  private static String typeSuffix(LedgerRecord record) {
    String decision = record.lastChange().decision();
    return decision.equals(DecisionName.STATE_CHANGED.text()) ? record.state().text() : decision;
  }
}
