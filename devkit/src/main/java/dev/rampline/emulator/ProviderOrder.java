package dev.rampline.emulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One order as the API tells it: of a failure, a refund or an expiry it says nothing.
 *
 * @param fields that were told of it
 * @param status that it has
 * @param updatedAt when the provider changed it last
 */
record ProviderOrder(Map<String, String> fields, String status, Instant updatedAt) {
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

  /** The same order, once that is true as well. */
  ProviderOrder after(EventSideEffects echo, Instant now) {
    Map<String, String> all = new HashMap<>(fields);
    all.putAll(echo.fields());
    return new ProviderOrder(all, echo.apiStatus() == null ? status : echo.apiStatus(), now);
  }

  /** In a list: not when it was updated, not on which side it is. */
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
