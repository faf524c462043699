package dev.rampline.consumer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Message bodies that match the schema, written without the production code. */
public final class MessageBodies {
  static final String ORDER = "order/1";

  private MessageBodies() {}

  /** Returns a message about {@link #ORDER}, in its group. */
  static QueueMessage of(long version, String state) {
    return of(ORDER, version, state, null);
  }

  static QueueMessage of(String subject, long version, String state, @Nullable Conflict conflict) {
    String id = subject + "/" + version;
    return new QueueMessage(id, subject, body(subject, version, state, conflict));
  }

  static Conflict open(String... terminalStates) {
    return new Conflict(List.of(terminalStates), null);
  }

  static Conflict resolved(String resolvedState, String... terminalStates) {
    return new Conflict(List.of(terminalStates), resolvedState);
  }

  public static String body(
      String subject, long version, String state, @Nullable Conflict conflict) {
    return """
        {"specversion": "1.0", "id": "%1$s/%2$d", "source": "/ozzobit/test",
         "type": "dev.rampline.order.fields-updated", "subject": "%1$s",
         "time": "2026-03-01T10:00:00Z", "sequence": "%2$020d",
         "datacontenttype": "application/json", "dataschema": "urn:rampline:data:1",
         "data": {"subject": "%1$s", "kind": "%3$s", "state": "%4$s", "channel": "webhook",
                  "trust": "signed", "receivedAt": "2026-03-01T10:00:01Z",
                  "version": %2$d, "conflict": %5$s, "unverified": [], "backfill": false,
                  "fiatAmount": "100"}}"""
        .formatted(
            subject,
            version,
            subject.split("/", 2)[0],
            state,
            conflict == null ? null : json(conflict));
  }

  private static String json(Conflict conflict) {
    return "{\"terminalStates\": %s, \"resolvedState\": %s}"
        .formatted(
            conflict.terminalStates().stream().map(MessageBodies::quoted).toList(),
            conflict.resolvedState() == null ? null : quoted(conflict.resolvedState()));
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
