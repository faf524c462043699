package dev.rampline.message;

import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One CloudEvent, as consumers get it. It is derived from the record alone, so anyone who holds the
 * record can send it again byte for byte.
 *
 * @param id {@code <subject>/<version>}: two messages with one id have equal bytes
 * @param subject the group in which it is sent
 * @param body CloudEvents 1.0 JSON, pure ASCII
 * @param trace beside the body, where tracing tools look for it; the body tells it too
 */
public record CloudEventMessage(
    String id, Subject subject, String body, @Nullable TraceContext trace) {
  public CloudEventMessage {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(body, "body");
  }
}
