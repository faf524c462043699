package dev.rampline.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.emulator.socket.SocketUpdate;
import dev.rampline.testkit.provider.OrderState;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Parses a payload in any of the four shapes into an event. */
public final class EmulatedPayloadParser {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** The stored fields with their names on the provider's pages. */
  private static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry("orderId", List.of("orderId", "id")),
          Map.entry("partnerOrderId", List.of("partnerOrderId")),
          Map.entry("side", List.of("productsAvailed", "isBuyOrSell")),
          Map.entry("fiatAmount", List.of("fiatAmount")),
          Map.entry("fiatCurrency", List.of("fiatCurrency")),
          Map.entry("cryptoAmount", List.of("cryptoAmount")),
          Map.entry("cryptoCurrency", List.of("cryptoCurrency", "cryptocurrency")),
          Map.entry("network", List.of("network")),
          Map.entry("walletAddress", List.of("toWalletAddress", "walletAddress")),
          Map.entry("fromWalletAddress", List.of("fromWalletAddress")),
          Map.entry("transactionHash", List.of("transactionHash", "txHash")),
          Map.entry("paymentMethod", List.of("paymentMethod", "paymentOptionId")),
          Map.entry("failureReason", List.of("failureMessage", "reason")),
          Map.entry("errorCode", List.of("errorCode")),
          Map.entry("cancelledBy", List.of("cancelledBy")),
          Map.entry("createdAt", List.of("createdAt")),
          Map.entry("completedAt", List.of("completedAt")),
          Map.entry("partnerCustomerId", List.of("partnerCustomerId")),
          Map.entry("partnerUserId", List.of("partnerUserId")),
          Map.entry("userId", List.of("userId")));

  private EmulatedPayloadParser() {}

  /**
   * The event; empty if the payload has no subject.
   *
   * @param now when it happened if the payload does not say it
   */
  public static Optional<EmulatedEvent> parse(String payload, Instant now) {
    try {
      return parse(MAPPER.readTree(payload), payload, now);
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<EmulatedEvent> parse(JsonNode root, String payload, Instant now) {
    JsonNode body =
        Stream.of("data", "webhookData")
            .map(root::path)
            .filter(JsonNode::isObject)
            .findFirst()
            .orElse(root);
    String event = text(root, List.of("eventName", "eventID")).orElse("");
    Instant at = time(root).orElse(now);
    Map<String, String> fields = new HashMap<>();
    NAMES.forEach((name, names) -> text(body, names).ifPresent(value -> fields.put(name, value)));
    if (fields.containsKey("orderId")) {
      String reported = text(body, List.of("status")).orElse(null);
      String status = OrderState.apiStatusAfter(event, reported).orElse(null);
      return Optional.of(
          new EmulatedEvent(
              payload,
              at,
              new EventSideEffects(fields, status, SocketOrderUpdates.forEvent(event, fields))));
    }
    return text(body, List.of("kycStatus", "newStatus", "status"))
        .map(status -> new EventSideEffects(fields, status, socketUpdate(fields, status)))
        .map(effects -> new EmulatedEvent(payload, at, effects));
  }

  /** The time of the event, which stands at the root of the payload: no field of the order does. */
  private static Optional<Instant> time(JsonNode root) {
    List<String> names =
        root.has("webhookData") ? List.of("timestamp", "createdAt") : List.of("timestamp");
    try {
      return text(root, names).map(Instant::parse);
    } catch (DateTimeParseException otherForm) {
      return Optional.empty();
    }
  }

  private static Optional<SocketUpdate> socketUpdate(Map<String, String> fields, String status) {
    return Stream.of("userId", "partnerUserId")
        .filter(fields::containsKey)
        .findFirst()
        .map(name -> SocketUpdate.ofCustomer(fields.getOrDefault(name, ""), status));
  }

  private static Optional<String> text(JsonNode object, List<String> names) {
    return names.stream()
        .map(object::path)
        .filter(JsonNode::isValueNode)
        .filter(value -> !value.isNull() && !value.asText().isBlank())
        .findFirst()
        .map(JsonNode::asText);
  }
}
