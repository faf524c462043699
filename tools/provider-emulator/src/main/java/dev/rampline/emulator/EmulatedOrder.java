package dev.rampline.emulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All fields of one order.
 *
 * @param id the provider's ID
 * @param createdAt when it was created
 * @param fields the fields by their canonical names
 */
record EmulatedOrder(String id, Instant createdAt, Map<String, EmulatedField> fields) {
  private static final List<String> CURRENCIES = List.of("USD", "EUR", "GBP", "JPY");
  private static final List<String> CRYPTO_CURRENCIES = List.of("ETH", "BTC", "USDC");
  private static final List<String> METHODS = List.of("credit_debit_card", "sepa_bank_transfer");

  EmulatedOrder {
    fields = Map.copyOf(fields);
  }

  static EmulatedOrder random(String id, String side, Instant createdAt, EmulatorRandom random) {
    Map<String, EmulatedField> fields = new TreeMap<>(amounts(random));
    fields.put(
        "partnerOrderId", EmulatedField.text("partner-" + random.nextHex(4), "partnerOrderId"));
    fields.put("side", EmulatedField.text(side, "productsAvailed", "isBuyOrSell"));
    fields.put("network", EmulatedField.text("ethereum", "network"));
    String wallet = "0x" + random.nextHex(20);
    fields.put("walletAddress", EmulatedField.text(wallet, "toWalletAddress", "walletAddress"));
    fields.put(
        "fromWalletAddress", EmulatedField.text("0x" + random.nextHex(20), "fromWalletAddress"));
    fields.put(
        "transactionHash",
        EmulatedField.text("0x" + random.nextHex(32), "transactionHash", "txHash"));
    fields.put(
        "failureReason", EmulatedField.text("Declined by the bank", "failureMessage", "reason"));
    fields.put("errorCode", EmulatedField.text("E" + random.nextInt(90), "errorCode"));
    fields.put("cancelledBy", EmulatedField.text("user", "cancelledBy"));
    fields.put("createdAt", EmulatedField.text(createdAt.toString(), "createdAt"));
    fields.put(
        "completedAt", EmulatedField.text(createdAt.plusSeconds(135).toString(), "completedAt"));
    return new EmulatedOrder(id, createdAt, fields);
  }

  EmulatedField field(String name) {
    return fields.getOrDefault(name, EmulatedField.text(id, "orderId"));
  }

  /** All field values in canonical form, including the ID. */
  Map<String, String> canonicalFields() {
    Map<String, String> canonical = new TreeMap<>(Map.of("orderId", id));
    fields.forEach((name, field) -> canonical.put(name, field.canonical()));
    return canonical;
  }

  private static Map<String, EmulatedField> amounts(EmulatorRandom random) {
    BigDecimal fiat = BigDecimal.valueOf(1000L + random.nextInt(500_000), 2);
    BigDecimal crypto = BigDecimal.valueOf(1L + random.nextInt(90_000_000), 8);
    return Map.of(
        "fiatAmount", EmulatedField.amount(fiat, random.chance(0.2), "fiatAmount"),
        "fiatCurrency", EmulatedField.text(random.pick(CURRENCIES), "fiatCurrency"),
        "cryptoAmount", EmulatedField.amount(crypto, random.chance(0.2), "cryptoAmount"),
        "cryptoCurrency",
            EmulatedField.text(random.pick(CRYPTO_CURRENCIES), "cryptoCurrency", "cryptocurrency"),
        "paymentMethod",
            EmulatedField.text(random.pick(METHODS), "paymentMethod", "paymentOptionId"));
  }
}
