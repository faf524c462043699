package dev.rampline.emulator;

import java.util.List;
import java.util.function.Function;

/**
 * The buy scenarios, successful and failed ({@code docs/provider-api.md#event-names}, {@code
 * docs/provider-api.md#order-events-and-statuses}).
 */
final class BuyScenarios {
  static final List<Function<OrderScenarioBuilder, EmulatedScenario>> ALL =
      List.of(
          BuyScenarios::card,
          BuyScenarios::bankTransfer,
          BuyScenarios::withoutStatus,
          BuyScenarios::declined,
          BuyScenarios::cancelled,
          BuyScenarios::cancelledAsFailed,
          BuyScenarios::expired,
          BuyScenarios::paidAfterCancellation,
          BuyScenarios::delivering,
          BuyScenarios::refunded);

  private BuyScenarios() {}

  private static EmulatedScenario card(OrderScenarioBuilder scenario) {
    processing(created(scenario)).addEvent("PENDING_DELIVERY_FROM_OZZOBiT", null, "cryptoAmount");
    return completed(scenario).build("buy by card", "completed", "completed");
  }

  private static EmulatedScenario bankTransfer(OrderScenarioBuilder scenario) {
    created(scenario)
        .addEvent("AWAITING_PAYMENT_FROM_USER", null, "fiatAmount")
        .addEvent("PAYMENT_DONE_MARKED_BY_USER", "PAYMENT_DONE_MARKED_BY_USER", "paymentMethod")
        .addEvent("ORDER_PROCESSING", "PENDING_DELIVERY_FROM_OZZOBIT", "cryptoAmount");
    return completed(scenario).build("buy by bank transfer", "completed", "completed");
  }

  private static EmulatedScenario withoutStatus(OrderScenarioBuilder scenario) {
    processing(created(scenario))
        .addEvent("ORDER_COMPLETED", null, "cryptoAmount", "transactionHash");
    return scenario.build("buy by card, event names only", "completed", "completed");
  }

  private static EmulatedScenario declined(OrderScenarioBuilder scenario) {
    created(scenario).addEvent("ORDER_FAILED", "FAILED", "failureReason", "errorCode");
    return scenario.build("buy declined", "failed", "failed");
  }

  private static EmulatedScenario cancelled(OrderScenarioBuilder scenario) {
    created(scenario).addEvent("ORDER_CANCELLED", "CANCELLED", "cancelledBy");
    return scenario.build("buy cancelled", "cancelled", "cancelled");
  }

  private static EmulatedScenario cancelledAsFailed(OrderScenarioBuilder scenario) {
    created(scenario).addEvent("ORDER_FAILED", "CANCELLED", "failureReason");
    return scenario.build("buy cancelled, event says failed", "cancelled", "cancelled");
  }

  private static EmulatedScenario expired(OrderScenarioBuilder scenario) {
    created(scenario).addEvent("ORDER_FAILED", "EXPIRED");
    return scenario.build("buy expired, event says failed", "expired", "expired");
  }

  private static EmulatedScenario paidAfterCancellation(OrderScenarioBuilder scenario) {
    processing(created(scenario).addEvent("ORDER_CANCELLED", "CANCELLED", "cancelledBy"));
    return completed(scenario)
        .build("buy cancelled, then paid", "completed", "cancelled", "completed");
  }

  private static EmulatedScenario delivering(OrderScenarioBuilder scenario) {
    processing(created(scenario)).addEvent("ORDER_PROCESSING", "pending_delivery", "cryptoAmount");
    return scenario.build("buy being delivered", "delivering");
  }

  private static EmulatedScenario refunded(OrderScenarioBuilder scenario) {
    processing(created(scenario))
        .addEvent("ORDER_FAILED", "FAILED", "failureReason")
        .addEvent("ORDER_REFUNDED", "REFUNDED");
    return scenario.build("buy failed and refunded", "refunded", "failed");
  }

  private static OrderScenarioBuilder created(OrderScenarioBuilder scenario) {
    return scenario.addEvent(
        "ORDER_CREATED",
        "AWAITING_PAYMENT_FROM_USER",
        "side",
        "fiatAmount",
        "fiatCurrency",
        "cryptoCurrency",
        "network",
        "walletAddress",
        "createdAt");
  }

  private static OrderScenarioBuilder processing(OrderScenarioBuilder scenario) {
    return scenario.addEvent("ORDER_PROCESSING", "PROCESSING", "paymentMethod", "fiatAmount");
  }

  private static OrderScenarioBuilder completed(OrderScenarioBuilder scenario) {
    return scenario.addEvent(
        "ORDER_COMPLETED", "COMPLETED", "cryptoAmount", "transactionHash", "completedAt");
  }
}
