package dev.rampline.devkit.emulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that there is to know of one order.
 *
 * @param id the provider's own
 * @param createdAt when it was made
 * @param facts by the name under which they are to be kept
 */
record OrderFacts(String id, Instant createdAt, Map<String, Fact> facts) {
  private static final List<String> CURRENCIES = List.of("USD", "EUR", "GBP", "JPY");
  private static final List<String> COINS = List.of("ETH", "BTC", "USDC");
  private static final List<String> METHODS = List.of("credit_debit_card", "sepa_bank_transfer");

  OrderFacts {
    facts = Map.copyOf(facts);
  }

  static OrderFacts drawn(String id, String side, Instant createdAt, Dice dice) {
    Map<String, Fact> facts = new TreeMap<>(money(dice));
    facts.put("partnerOrderId", Fact.text("partner-" + dice.hex(4), "partnerOrderId"));
    facts.put("side", Fact.text(side, "productsAvailed", "isBuyOrSell"));
    facts.put("network", Fact.text("ethereum", "network"));
    String wallet = "0x" + dice.hex(20);
    facts.put("walletAddress", Fact.text(wallet, "toWalletAddress", "walletAddress"));
    facts.put("fromWalletAddress", Fact.text("0x" + dice.hex(20), "fromWalletAddress"));
    facts.put("transactionHash", Fact.text("0x" + dice.hex(32), "transactionHash", "txHash"));
    facts.put("failureReason", Fact.text("Declined by the bank", "failureMessage", "reason"));
    facts.put("errorCode", Fact.text("E" + dice.below(90), "errorCode"));
    facts.put("cancelledBy", Fact.text("user", "cancelledBy"));
    facts.put("createdAt", Fact.text(createdAt.toString(), "createdAt"));
    facts.put("completedAt", Fact.text(createdAt.plusSeconds(135).toString(), "completedAt"));
    return new OrderFacts(id, createdAt, facts);
  }

  Fact fact(String name) {
    return facts.getOrDefault(name, Fact.text(id, "orderId"));
  }

  /** Every fact as it is to be kept, the id among them. */
  Map<String, String> canonical() {
    Map<String, String> canonical = new TreeMap<>(Map.of("orderId", id));
    facts.forEach((name, fact) -> canonical.put(name, fact.canonical()));
    return canonical;
  }

  private static Map<String, Fact> money(Dice dice) {
    BigDecimal fiat = BigDecimal.valueOf(1000L + dice.below(500_000), 2);
    BigDecimal crypto = BigDecimal.valueOf(1L + dice.below(90_000_000), 8);
    return Map.of(
        "fiatAmount", Fact.amount(fiat, dice.chance(0.2), "fiatAmount"),
        "fiatCurrency", Fact.text(dice.pick(CURRENCIES), "fiatCurrency"),
        "cryptoAmount", Fact.amount(crypto, dice.chance(0.2), "cryptoAmount"),
        "cryptoCurrency", Fact.text(dice.pick(COINS), "cryptoCurrency", "cryptocurrency"),
        "paymentMethod", Fact.text(dice.pick(METHODS), "paymentMethod", "paymentOptionId"));
  }
}
