package dev.rampline.emulator;

import java.util.List;
import java.util.function.Function;

/**
 * The sell scenarios, successful and failed ({@code docs/provider-api.md#event-names}, {@code
 * docs/provider-api.md#order-events-and-statuses}).
 */
final class SellScenarios {
  static final List<Function<OrderScenarioBuilder, EmulatedScenario>> ALL =
      List.of(
          SellScenarios::paidOut,
          SellScenarios::onHold,
          SellScenarios::refundBesideFailed,
          SellScenarios::refundedAlone,
          SellScenarios::cancelled,
          SellScenarios::failedThenPaid,
          SellScenarios::deposited);

  private SellScenarios() {}

  private static EmulatedScenario paidOut(OrderScenarioBuilder tale) {
    sent(deposit(created(tale)));
    return completed(tale).build("sell paid out", "completed", "completed");
  }

  private static EmulatedScenario onHold(OrderScenarioBuilder tale) {
    String held = "ON_HOLD_PENDING_DELIVERY_FROM_OZZOBIT";
    sent(deposit(created(tale)).addEvent("ORDER_PROCESSING", held));
    return completed(tale).build("sell on hold at the bank", "completed", "completed");
  }

  private static EmulatedScenario refundBesideFailed(OrderScenarioBuilder tale) {
    failed(deposit(created(tale))).addEvent("ORDER_REFUNDED", "FAILED");
    return tale.build("sell failed and refunded", "refunded", "failed");
  }

  private static EmulatedScenario refundedAlone(OrderScenarioBuilder tale) {
    deposit(created(tale)).addEvent("ORDER_REFUNDED", null, "cryptoAmount");
    return tale.build("sell refunded", "refunded");
  }

  private static EmulatedScenario cancelled(OrderScenarioBuilder tale) {
    created(tale).addEvent("ORDER_CANCELLED", "CANCELLED", "cancelledBy");
    return tale.build("sell cancelled", "cancelled", "cancelled");
  }

  private static EmulatedScenario failedThenPaid(OrderScenarioBuilder tale) {
    failed(deposit(created(tale)));
    return completed(tale).build("sell failed, then paid out", "completed", "failed", "completed");
  }

  private static EmulatedScenario deposited(OrderScenarioBuilder tale) {
    deposit(created(tale));
    return tale.build("sell deposited", "payment-received");
  }

  private static OrderScenarioBuilder created(OrderScenarioBuilder tale) {
    return tale.addEvent(
            "ORDER_CREATED",
            "AWAITING_PAYMENT",
            "side",
            "cryptoAmount",
            "cryptoCurrency",
            "fiatCurrency",
            "fromWalletAddress",
            "createdAt")
        .addEvent("AWAITING_CRYPTO_DEPOSIT", null, "side", "network");
  }

  private static OrderScenarioBuilder deposit(OrderScenarioBuilder tale) {
    return tale.addEvent(
        "CRYPTO_DEPOSIT_RECEIVED", null, "side", "cryptoAmount", "transactionHash");
  }

  private static OrderScenarioBuilder sent(OrderScenarioBuilder tale) {
    return tale.addEvent("FIAT_PROCESSING", "PROCESSING", "fiatAmount")
        .addEvent("FIAT_SENT", null, "fiatAmount", "paymentMethod");
  }

  private static OrderScenarioBuilder failed(OrderScenarioBuilder tale) {
    return tale.addEvent("ORDER_FAILED", "FAILED", "failureReason", "errorCode");
  }

  private static OrderScenarioBuilder completed(OrderScenarioBuilder tale) {
    return tale.addEvent("ORDER_COMPLETED", "COMPLETED", "fiatAmount", "completedAt");
  }
}
