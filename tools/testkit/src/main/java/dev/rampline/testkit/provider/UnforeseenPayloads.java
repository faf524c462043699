package dev.rampline.testkit.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes payloads that no page foresees: with unknown terms, without a subject, with several, or in
 * an unknown structure.
 */
public final class UnforeseenPayloads {
  /** Event names about orders that no page documents. */
  public static final List<String> ORDER_EVENTS =
      List.of("DISPUTE_CLOSED", "ORDER_SETTLED", "transaction.settled");

  /** Event names about customers that no page documents. */
  public static final List<String> KYC_EVENTS = List.of("KYC_BLESSED", "IDENTITY_CONFIRMED");

  /** Event names that do not say whether they concern an order or a customer's KYC. */
  public static final List<String> GENERAL_EVENTS = List.of("ACCOUNT_UPDATED", "STATUS_CHANGED");

  private static final List<JsonNode> STATUSES =
      List.of(
          TextNode.valueOf("REFUND_PENDING"),
          TextNode.valueOf("Finalized"),
          TextNode.valueOf("ON_ICE"),
          IntNode.valueOf(7));

  private static final String NO_EVENT_NAME = "(no event name)";

  private static final List<PayloadPlace> PLACES =
      List.of(PayloadPlace.DATA, PayloadPlace.ROOT, PayloadPlace.WEBHOOK_DATA);

  private final ChoiceSource choices;

  UnforeseenPayloads(ChoiceSource choices) {
    this.choices = choices;
  }

  GeneratedPayload write(PayloadContent content) {
    JsonNode status = content.status() == null ? null : TextNode.valueOf(content.status());
    return switch (choices.choose(12)) {
      case 0 -> unknownEvent(content, status);
      case 1 -> unknownStatus(content);
      case 2 -> withoutEventName(content, status);
      case 3 -> ping();
      case 4 -> quarantined(payload(content.event(), body(content, status), place()));
      case 5 -> quarantined(payload(content.event(), several(content, status), listPlace()));
      case 6 -> quarantined(payload(content.event(), named(content, status), PayloadPlace.UNKNOWN));
      case 7 ->
          quarantined(
              JsonNodeFactory.instance
                  .arrayNode()
                  .add(payload(content.event(), named(content, status), place())));
      default -> general(content);
    };
  }

  /** A ping, in place of the report. */
  private GeneratedPayload ping() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put(choices.pick(List.of("event", "eventName")), choices.pick(List.of("PONG", "pong")));
    return new GeneratedPayload(json.put("timestamp", 1), PayloadOutcome.IGNORED, "", null);
  }

  private GeneratedPayload unknownEvent(PayloadContent content, @Nullable JsonNode status) {
    String event = choices.pick(content.isCustomer() ? KYC_EVENTS : ORDER_EVENTS);
    ObjectNode json = payload(event, named(content, status), place());
    boolean isAboutOrder = event.startsWith("ORDER");
    return flagged(json, isAboutOrder && content.hasOpenStatus(), term(content, event));
  }

  private GeneratedPayload withoutEventName(PayloadContent content, @Nullable JsonNode status) {
    ObjectNode json = payload(null, named(content, status), place());
    return flagged(json, content.hasOpenStatus(), term(content, NO_EVENT_NAME));
  }

  private GeneratedPayload unknownStatus(PayloadContent content) {
    JsonNode status = choices.pick(STATUSES);
    ObjectNode json = payload(content.event(), named(content, status), place());
    return flagged(json, content.hasOpenEvent(), status.asText());
  }

  /**
   * A customer's general status beside an event name that does not say KYC; of an order, its id in
   * an unknown member.
   */
  private GeneratedPayload general(PayloadContent content) {
    ObjectNode body = content.fields().deepCopy();
    if (!content.isCustomer()) {
      body.put(choices.pick(List.of("reference", "orderNumber")), content.orderId());
      return quarantined(payload(content.event(), body, place()));
    }
    content.ids().forEach(body::put);
    body.put("status", content.status());
    return quarantined(payload(choices.pick(GENERAL_EVENTS), body, place()));
  }

  private static GeneratedPayload flagged(ObjectNode json, boolean isOpen, String term) {
    PayloadOutcome outcome = isOpen ? PayloadOutcome.FLAGGED : PayloadOutcome.WITHHELD;
    return new GeneratedPayload(json, outcome, term, null);
  }

  private static GeneratedPayload quarantined(JsonNode json) {
    return new GeneratedPayload(json, PayloadOutcome.QUARANTINED, "", null);
  }

  /** Of two undocumented terms, the status is the one that flags. */
  private static String term(PayloadContent content, String event) {
    String status = content.status();
    return status == null || content.hasDocumentedStatus() ? event : status;
  }

  private ObjectNode payload(@Nullable String event, JsonNode body, PayloadPlace place) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (event != null) {
      json.put("eventName", event);
    }
    place.put(json, body);
    return json;
  }

  private ArrayNode several(PayloadContent content, @Nullable JsonNode status) {
    ObjectNode other = named(content, status);
    other
        .properties()
        .forEach(
            member -> {
              if (member.getKey().toLowerCase(Locale.ROOT).endsWith("id")) {
                member.setValue(TextNode.valueOf("another"));
              }
            });
    return JsonNodeFactory.instance.arrayNode().add(named(content, status)).add(other);
  }

  private ObjectNode named(PayloadContent content, @Nullable JsonNode status) {
    ObjectNode body = body(content, status);
    content.ids().forEach(body::put);
    return body;
  }

  private static ObjectNode body(PayloadContent content, @Nullable JsonNode status) {
    ObjectNode body = content.fields().deepCopy();
    if (status != null) {
      body.set(content.statusName(), status);
    }
    return body;
  }

  private PayloadPlace place() {
    return choices.pick(PLACES);
  }

  private PayloadPlace listPlace() {
    return choices.pick(List.of(PayloadPlace.DATA, PayloadPlace.TEXT, PayloadPlace.WEBHOOK_DATA));
  }
}
