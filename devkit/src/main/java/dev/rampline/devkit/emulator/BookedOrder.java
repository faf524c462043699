package dev.rampline.devkit.emulator;

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
 * @param facts that were told of it
 * @param status that it has
 * @param updatedAt when the provider changed it last
 */
record BookedOrder(Map<String, String> facts, String status, Instant updatedAt) {
  private static final List<String> OF_A_ROW =
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

  BookedOrder {
    facts = Map.copyOf(facts);
  }

  /** The same order, once that is true as well. */
  BookedOrder after(Echo echo, Instant now) {
    Map<String, String> all = new HashMap<>(facts);
    all.putAll(echo.facts());
    return new BookedOrder(all, echo.status() == null ? status : echo.status(), now);
  }

  /** In a list: not when it was updated, not on which side it is. */
  ObjectNode row() {
    ObjectNode row =
        JsonNodeFactory.instance.objectNode().put("id", facts.get("orderId")).put("status", status);
    OF_A_ROW.forEach(name -> row.put(name, facts.get(name)));
    AMOUNTS.stream()
        .filter(facts::containsKey)
        .forEach(name -> row.put(name, new BigDecimal(facts.getOrDefault(name, "0"))));
    return row;
  }

  ObjectNode whole() {
    ObjectNode order =
        row()
            .put("productsAvailed", facts.get("side"))
            .put("transactionHash", facts.get("transactionHash"))
            .put("paymentMethod", facts.get("paymentMethod"))
            .put("networkFee", "0.0005")
            .put("kycStatus", "APPROVED")
            .put("updatedAt", updatedAt.toString());
    order.putObject("fee").put("networkFee", 0.83).put("partnerFee", 1.00).put("totalFee", 1.83);
    return order;
  }
}
