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

  static EmulatedOrder random(String id, String side, Instant createdAt, EmulatorRandom dice) {
    Map<String, EmulatedField> facts = new TreeMap<>(amounts(dice));
    facts.put("partnerOrderId", EmulatedField.text("partner-" + dice.nextHex(4), "partnerOrderId"));
    facts.put("side", EmulatedField.text(side, "productsAvailed", "isBuyOrSell"));
    facts.put("network", EmulatedField.text("ethereum", "network"));
    String wallet = "0x" + dice.nextHex(20);
    facts.put("walletAddress", EmulatedField.text(wallet, "toWalletAddress", "walletAddress"));
    facts.put(
        "fromWalletAddress", EmulatedField.text("0x" + dice.nextHex(20), "fromWalletAddress"));
    facts.put(
        "transactionHash",
        EmulatedField.text("0x" + dice.nextHex(32), "transactionHash", "txHash"));
    facts.put(
        "failureReason", EmulatedField.text("Declined by the bank", "failureMessage", "reason"));
    facts.put("errorCode", EmulatedField.text("E" + dice.nextInt(90), "errorCode"));
    facts.put("cancelledBy", EmulatedField.text("user", "cancelledBy"));
    facts.put("createdAt", EmulatedField.text(createdAt.toString(), "createdAt"));
    facts.put(
        "completedAt", EmulatedField.text(createdAt.plusSeconds(135).toString(), "completedAt"));
    return new EmulatedOrder(id, createdAt, facts);
  }

  EmulatedField field(String name) {
    return fields.getOrDefault(name, EmulatedField.text(id, "orderId"));
  }

  /** All field values in canonical form, including the ID. */
  Map<String, String> canonicalFields() {
    Map<String, String> canonical = new TreeMap<>(Map.of("orderId", id));
    fields.forEach((name, fact) -> canonical.put(name, fact.canonical()));
    return canonical;
  }

  private static Map<String, EmulatedField> amounts(EmulatorRandom dice) {
    BigDecimal fiat = BigDecimal.valueOf(1000L + dice.nextInt(500_000), 2);
    BigDecimal crypto = BigDecimal.valueOf(1L + dice.nextInt(90_000_000), 8);
    return Map.of(
        "fiatAmount", EmulatedField.amount(fiat, dice.chance(0.2), "fiatAmount"),
        "fiatCurrency", EmulatedField.text(dice.pick(CURRENCIES), "fiatCurrency"),
        "cryptoAmount", EmulatedField.amount(crypto, dice.chance(0.2), "cryptoAmount"),
        "cryptoCurrency",
            EmulatedField.text(dice.pick(CRYPTO_CURRENCIES), "cryptoCurrency", "cryptocurrency"),
        "paymentMethod",
            EmulatedField.text(dice.pick(METHODS), "paymentMethod", "paymentOptionId"));
  }
}
