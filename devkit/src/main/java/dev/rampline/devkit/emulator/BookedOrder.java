package dev.rampline.devkit.emulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * One order as the API tells it: of a failure, a refund or an expiry it says nothing.
 *
 * @param truth that it has
 * @param updatedAt when the provider changed it last
 */
record BookedOrder(Truth truth, Instant updatedAt) {
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

  String id() {
    return truth.details().getOrDefault("orderId", "");
  }

  /** In a list: not when it was updated, not on which side it is. */
  ObjectNode row() {
    ObjectNode row =
        JsonNodeFactory.instance.objectNode().put("id", id()).put("status", ApiStatus.of(truth));
    OF_A_ROW.forEach(name -> row.put(name, truth.details().get(name)));
    AMOUNTS.stream()
        .filter(truth.details()::containsKey)
        .forEach(name -> row.put(name, new BigDecimal(truth.details().getOrDefault(name, "0"))));
    return row;
  }

  ObjectNode whole() {
    ObjectNode order =
        row()
            .put("productsAvailed", truth.details().get("side"))
            .put("transactionHash", truth.details().get("transactionHash"))
            .put("paymentMethod", truth.details().get("paymentMethod"))
            .put("networkFee", "0.0005")
            .put("kycStatus", "APPROVED")
            .put("updatedAt", updatedAt.toString());
    order.putObject("fee").put("networkFee", 0.83).put("partnerFee", 1.00).put("totalFee", 1.83);
    return order;
  }
}
