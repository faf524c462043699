package dev.rampline.message;

import dev.rampline.observation.Subject;
import java.util.Objects;

/**
 * One CloudEvent, as consumers get it. It is derived from the record alone, so anyone who holds the
 * record can send it again byte for byte.
 *
 * @param id {@code <subject>/<version>}: two messages with one id have equal bytes
 * @param subject the group in which it is sent
 * @param body CloudEvents 1.0 JSON, pure ASCII
 */
public record Message(String id, Subject subject, String body) {
  public Message {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(body, "body");
  }
}
