package dev.rampline.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message of the events queue: the whole current state of an order, or of a customer's KYC, as
 * it stood at one version.
 *
 * @param subject whom it is about, such as {@code order/1234}
 * @param kind {@code order} or {@code kyc}
 * @param sequence the version; of two messages on one subject the greater tells the later state
 * @param state such as {@code completed}; one that this code has never heard of comes through
 * @param conflict of final states, open or settled; null if there is none
 * @param data everything that was sent, by the schema {@code urn:rampline:data:1}
 */
public record StateMessage(
    String subject,
    String kind,
    long sequence,
    String state,
    @Nullable Conflict conflict,
    JsonNode data) {
  /** The state of a subject of which nothing that anybody has documented was told yet. */
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
