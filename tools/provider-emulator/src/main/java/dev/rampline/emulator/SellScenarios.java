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

  private static EmulatedScenario paidOut(OrderScenarioBuilder scenario) {
    sent(deposit(created(scenario)));
    return completed(scenario).build("sell paid out", "completed", "completed");
  }

  private static EmulatedScenario onHold(OrderScenarioBuilder scenario) {
    String held = "ON_HOLD_PENDING_DELIVERY_FROM_OZZOBIT";
    sent(deposit(created(scenario)).addEvent("ORDER_PROCESSING", held));
    return completed(scenario).build("sell on hold at the bank", "completed", "completed");
  }

  private static EmulatedScenario refundBesideFailed(OrderScenarioBuilder scenario) {
    failed(deposit(created(scenario))).addEvent("ORDER_REFUNDED", "FAILED");
    return scenario.build("sell failed and refunded", "refunded", "failed");
  }

  private static EmulatedScenario refundedAlone(OrderScenarioBuilder scenario) {
    deposit(created(scenario)).addEvent("ORDER_REFUNDED", null, "cryptoAmount");
    return scenario.build("sell refunded", "refunded");
  }

  private static EmulatedScenario cancelled(OrderScenarioBuilder scenario) {
    created(scenario).addEvent("ORDER_CANCELLED", "CANCELLED", "cancelledBy");
    return scenario.build("sell cancelled", "cancelled", "cancelled");
  }

  private static EmulatedScenario failedThenPaid(OrderScenarioBuilder scenario) {
    failed(deposit(created(scenario)));
    return completed(scenario)
        .build("sell failed, then paid out", "completed", "failed", "completed");
  }

  private static EmulatedScenario deposited(OrderScenarioBuilder scenario) {
    deposit(created(scenario));
    return scenario.build("sell deposited", "payment-received");
  }

  private static OrderScenarioBuilder created(OrderScenarioBuilder scenario) {
    return scenario
        .addEvent(
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

  private static OrderScenarioBuilder deposit(OrderScenarioBuilder scenario) {
    return scenario.addEvent(
        "CRYPTO_DEPOSIT_RECEIVED", null, "side", "cryptoAmount", "transactionHash");
  }

  private static OrderScenarioBuilder sent(OrderScenarioBuilder scenario) {
    return scenario
        .addEvent("FIAT_PROCESSING", "PROCESSING", "fiatAmount")
        .addEvent("FIAT_SENT", null, "fiatAmount", "paymentMethod");
  }

  private static OrderScenarioBuilder failed(OrderScenarioBuilder scenario) {
    return scenario.addEvent("ORDER_FAILED", "FAILED", "failureReason", "errorCode");
  }

  private static OrderScenarioBuilder completed(OrderScenarioBuilder scenario) {
    return scenario.addEvent("ORDER_COMPLETED", "COMPLETED", "fiatAmount", "completedAt");
  }
}
