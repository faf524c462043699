package dev.rampline.message;

import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent as consumers receive it. It is derived from the record alone, so the same record
 * always produces the same bytes.
 *
 * @param id {@code <subject>/<version>}: two messages with the same id have equal bytes
 * @param subject the message group
 * @param body CloudEvents 1.0 JSON, pure ASCII
 * @param trace sent as a message attribute, where tracing tools expect it, and in the body
 */
public record CloudEventMessage(
    String id, Subject subject, String body, @Nullable TraceContext trace) {
  public CloudEventMessage {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(body, "body");
  }
}
