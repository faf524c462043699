package dev.rampline.emulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One order in the API's form, which does not report failures, refunds or expiries.
 *
 * @param fields the reported fields
 * @param status the API status
 * @param statusAt when the status was reached
 * @param updatedAt when the provider last changed it
 */
record ProviderOrder(
    Map<String, String> fields, String status, Instant statusAt, Instant updatedAt) {
  private static final List<String> ROW_FIELDS =
      List.of(
          "partnerOrderId",
          "fiatCurrency",
          "cryptoCurrency",
          "network",
          "walletAddress",
          "fromWalletAddress",
          "createdAt",
          "completedAt");
  private static final List<String> AMOUNTS = List.of("fiatAmount", "cryptoAmount");

  ProviderOrder {
    fields = Map.copyOf(fields);
  }

  /** An order of which nothing is known yet. */
  static ProviderOrder unknown(Instant now) {
    return new ProviderOrder(Map.of(), "PENDING_PAYMENT", Instant.MIN, now);
  }

  /**
   * The order after that event. One that happened before the current status only adds fields, since
   * its webhook is late and the order has gone on.
   */
  ProviderOrder after(EmulatedEvent event, Instant now) {
    EventSideEffects effects = event.effects();
    boolean late = event.at().isBefore(statusAt);
    Map<String, String> all = new HashMap<>(late ? effects.fields() : fields);
    all.putAll(late ? fields : effects.fields());
    return late || effects.apiStatus() == null
        ? new ProviderOrder(all, status, statusAt, now)
        : new ProviderOrder(all, effects.apiStatus(), event.at(), now);
  }

  /** When the payload says that it was created, in ISO 8601; else long ago. */
  Instant createdAt() {
    try {
      return Instant.parse(fields.getOrDefault("createdAt", ""));
    } catch (DateTimeParseException otherForm) {
      return Instant.EPOCH;
    }
  }

  /** The list row: without the update time and the side. */
  ObjectNode toListRow() {
    ObjectNode row =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", fields.get("orderId"))
            .put("status", status);
    ROW_FIELDS.forEach(name -> row.put(name, fields.get(name)));
    AMOUNTS.stream()
        .filter(fields::containsKey)
        .forEach(name -> row.put(name, new BigDecimal(fields.getOrDefault(name, "0"))));
    return row;
  }

  ObjectNode toJson() {
    ObjectNode order =
        toListRow()
            .put("productsAvailed", fields.get("side"))
            .put("transactionHash", fields.get("transactionHash"))
            .put("paymentMethod", fields.get("paymentMethod"))
            .put("networkFee", "0.0005")
            .put("kycStatus", "APPROVED")
            .put("updatedAt", updatedAt.toString());
    order.putObject("fee").put("networkFee", 0.83).put("partnerFee", 1.00).put("totalFee", 1.83);
    return order;
  }
}
