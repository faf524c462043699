package dev.rampline.quarantine;

import dev.rampline.event.TraceContext;
import dev.rampline.json.Json;
import dev.rampline.verification.Transport;
import dev.rampline.verification.Verification;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A verified payload that cannot be placed.
 *
 * @param content the payload
 * @param transport the transport that verified it
 * @param key position of the key that verified it; 0 is the current one
 * @param receivedAt time of receipt
 * @param reason why it cannot be placed
 * @param trace the trace that it arrived with; null if there was none
 */
public record QuarantinedPayload(
    Content content,
    Transport transport,
    int key,
    Instant receivedAt,
    QuarantineReason reason,
    @Nullable TraceContext trace) {
  public QuarantinedPayload {
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(transport, "transport");
    Objects.requireNonNull(receivedAt, "receivedAt");
    Objects.requireNonNull(reason, "reason");
  }

  /** Returns the payload of a webhook that has no subject, or a meaning that is not known. */
  public static QuarantinedPayload of(
      Verification.Verified verified,
      Instant receivedAt,
      QuarantineReason reason,
      @Nullable TraceContext trace) {
    return new QuarantinedPayload(
        new JsonContent(verified.claims()),
        verified.transport(),
        verified.key(),
        receivedAt,
        reason,
        trace);
  }

  /** Returns the payload of a webhook whose content is not a JSON object. */
  public static QuarantinedPayload of(
      Verification.Unreadable unreadable, Instant receivedAt, @Nullable TraceContext trace) {
    return new QuarantinedPayload(
        new BinaryContent(unreadable.base64()),
        unreadable.transport(),
        unreadable.key(),
        receivedAt,
        QuarantineReason.UNREADABLE,
        trace);
  }

  /** Returns the same payload with another reason. */
  public QuarantinedPayload withReason(QuarantineReason newReason) {
    return new QuarantinedPayload(content, transport, key, receivedAt, newReason, trace);
  }

  /** Omits the content, which may contain personal data. */
  @Override
  public String toString() {
    return "QuarantinedPayload[" + transport + ", " + reason + ", " + receivedAt + "]";
  }

  /** What a payload contains. */
  public sealed interface Content {}

  /** A JSON object, with its members in order and its numbers as written. */
  public record JsonContent(Json.Obj payload) implements Content {
    public JsonContent {
      Objects.requireNonNull(payload, "payload");
    }
  }

  /** Bytes that are not a JSON object, in base64. */
  public record BinaryContent(String base64) implements Content {
    public BinaryContent {
      Objects.requireNonNull(base64, "base64");
    }
  }
}
