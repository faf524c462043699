package dev.rampline.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message of the events queue: the complete state of an order or of a customer's KYC at one
 * version.
 *
 * @param subject the subject, such as {@code order/1234}
 * @param kind {@code order} or {@code kyc}
 * @param sequence the version; of two messages about one subject, the greater one is newer
 * @param state the state, such as {@code completed}; it may be one that this version does not know
 * @param conflict the conflict of terminal states, open or resolved; null if there is none
 * @param confirmed whether the provider's API confirmed the state; {@code data} says when
 * @param data all data of the message, as in the schema {@code urn:rampline:data:1}
 */
public record StateMessage(
    String subject,
    String kind,
    long sequence,
    String state,
    @Nullable Conflict conflict,
    boolean confirmed,
    JsonNode data) {
  /** The state of a subject whose events had no recognized status yet. */
  static final String UNKNOWN = "unknown";

  public StateMessage {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(data, "data");
  }

  boolean hasKnownState() {
    return !state.equals(UNKNOWN);
  }
}
