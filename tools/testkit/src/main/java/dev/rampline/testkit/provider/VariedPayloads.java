package dev.rampline.testkit.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes payloads that mean the same as documented ones: other places, names and spellings. */
final class VariedPayloads {
  private static final List<String> EVENT_NAMES =
      List.of("eventName", "event", "eventID", "eventId", "eventType");
  private static final List<String> ORDER_IDS =
      List.of("id", "orderId", "order_id", "orderID", "_id");

  private final ChoiceSource choices;

  VariedPayloads(ChoiceSource choices) {
    this.choices = choices;
  }

  GeneratedPayload write(PayloadContent content) {
    PayloadPlace place =
        choices.pick(content.isCustomer() ? PayloadPlace.OF_CUSTOMERS : PayloadPlace.OF_ORDERS);
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode body = content.fields().deepCopy();
    boolean inBody = place == PayloadPlace.DATA && choices.isChosen(20);
    (inBody ? body : root).put(choices.pick(EVENT_NAMES), event(content));
    addIds(content, body);
    addStatus(content, root, body, place);
    Instant at = addTime(content, root, body);
    addOthers(choices.isChosen(50) ? root : body);
    place.put(root, body);
    return PayloadGrammar.understood(content, root, at);
  }

  private void addIds(PayloadContent content, ObjectNode body) {
    if (content.isCustomer()) {
      content.ids().forEach((name, id) -> body.put(name, choices.isChosen(20) ? " " + id : id));
      if (choices.isChosen(50)) {
        // An id of the customer's KYC record, not of an order.
        body.put(choices.pick(ORDER_IDS), "record-" + choices.choose(100));
      }
      return;
    }
    String id = content.orderId();
    String name = choices.pick(ORDER_IDS);
    boolean isNumeric = id.chars().allMatch(Character::isDigit);
    switch (choices.choose(4)) {
      case 0 -> body.put(name, " " + id + "\t");
      case 1 -> body.set(name, isNumeric ? LongNode.valueOf(Long.parseLong(id)) : text(id));
      case 2 ->
          body.set(name, isNumeric ? DecimalNode.valueOf(new BigDecimal(id + ".0")) : text(id));
      default -> body.put(name, id);
    }
    if (choices.isChosen(30)) {
      // The provider's orders say who bought, and whether the customer is approved.
      body.put("kycStatus", "APPROVED").put("partnerCustomerId", "bystander");
    }
  }

  /** What stands at the root counts, too; an id there is that of the delivery. */
  private void addStatus(
      PayloadContent content, ObjectNode root, ObjectNode body, PayloadPlace place) {
    boolean atRoot = choices.isChosen(20);
    String status = content.status();
    if (status != null) {
      String name =
          content.isCustomer()
              ? choices.pick(List.of("kycStatus", "newStatus", "status"))
              : content.statusName();
      (atRoot ? root : body).put(name, content.hasDocumentedStatus() ? spelled(status) : status);
    }
    if (!atRoot && place.isDocumented() && choices.isChosen(40)) {
      root.put("id", "delivery-" + choices.choose(1000));
    }
  }

  private @Nullable Instant addTime(PayloadContent content, ObjectNode root, ObjectNode body) {
    TimeForm form = choices.pick(List.of(TimeForm.values()));
    switch (choices.choose(4)) {
      case 0 -> {
        return null;
      }
      case 1 -> body.set("updatedAt", form.write(content.at()));
      case 2 -> body.set("timestamp", form.write(content.at()));
      default -> root.set("timestamp", form.write(content.at()));
    }
    return content.at();
  }

  private void addOthers(ObjectNode object) {
    switch (choices.choose(4)) {
      case 0 -> object.putObject("meta").put("region", "EU").put("attempt", 2);
      case 1 -> object.putObject("quote").put("id", "quote-7").put("status", "ACCEPTED");
      case 2 -> object.putArray("tags").add("vip").add(7);
      default -> object.put("livemode", true);
    }
  }

  private String event(PayloadContent content) {
    return switch (choices.choose(4)) {
      case 0 -> content.event().toLowerCase(Locale.ROOT);
      case 1 -> content.event().toLowerCase(Locale.ROOT).replace('_', '.');
      case 2 -> content.event() + " ";
      default -> content.event();
    };
  }

  private String spelled(String status) {
    return switch (choices.choose(4)) {
      case 0 -> status.toLowerCase(Locale.ROOT);
      case 1 -> status.replace('_', ' ');
      case 2 -> " " + status;
      default -> status.replace("CANCELLED", "CANCELED");
    };
  }

  private static JsonNode text(String text) {
    return JsonNodeFactory.instance.textNode(text);
  }
}
