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

  private static EmulatedScenario card(OrderScenarioBuilder tale) {
    processing(created(tale)).addEvent("PENDING_DELIVERY_FROM_OZZOBiT", null, "cryptoAmount");
    return completed(tale).build("buy by card", "completed", "completed");
  }

  private static EmulatedScenario bankTransfer(OrderScenarioBuilder tale) {
    created(tale)
        .addEvent("AWAITING_PAYMENT_FROM_USER", null, "fiatAmount")
        .addEvent("PAYMENT_DONE_MARKED_BY_USER", "PAYMENT_DONE_MARKED_BY_USER", "paymentMethod")
        .addEvent("ORDER_PROCESSING", "PENDING_DELIVERY_FROM_OZZOBIT", "cryptoAmount");
    return completed(tale).build("buy by bank transfer", "completed", "completed");
  }

  private static EmulatedScenario withoutStatus(OrderScenarioBuilder tale) {
    processing(created(tale)).addEvent("ORDER_COMPLETED", null, "cryptoAmount", "transactionHash");
    return tale.build("buy by card, event names only", "completed", "completed");
  }

  private static EmulatedScenario declined(OrderScenarioBuilder tale) {
    created(tale).addEvent("ORDER_FAILED", "FAILED", "failureReason", "errorCode");
    return tale.build("buy declined", "failed", "failed");
  }

  private static EmulatedScenario cancelled(OrderScenarioBuilder tale) {
    created(tale).addEvent("ORDER_CANCELLED", "CANCELLED", "cancelledBy");
    return tale.build("buy cancelled", "cancelled", "cancelled");
  }

  private static EmulatedScenario cancelledAsFailed(OrderScenarioBuilder tale) {
    created(tale).addEvent("ORDER_FAILED", "CANCELLED", "failureReason");
    return tale.build("buy cancelled, event says failed", "cancelled", "cancelled");
  }

  private static EmulatedScenario expired(OrderScenarioBuilder tale) {
    created(tale).addEvent("ORDER_FAILED", "EXPIRED");
    return tale.build("buy expired, event says failed", "expired", "expired");
  }

  private static EmulatedScenario paidAfterCancellation(OrderScenarioBuilder tale) {
    processing(created(tale).addEvent("ORDER_CANCELLED", "CANCELLED", "cancelledBy"));
    return completed(tale).build("buy cancelled, then paid", "completed", "cancelled", "completed");
  }

  private static EmulatedScenario delivering(OrderScenarioBuilder tale) {
    processing(created(tale)).addEvent("ORDER_PROCESSING", "pending_delivery", "cryptoAmount");
    return tale.build("buy being delivered", "delivering");
  }

  private static EmulatedScenario refunded(OrderScenarioBuilder tale) {
    processing(created(tale))
        .addEvent("ORDER_FAILED", "FAILED", "failureReason")
        .addEvent("ORDER_REFUNDED", "REFUNDED");
    return tale.build("buy failed and refunded", "refunded", "failed");
  }

  private static OrderScenarioBuilder created(OrderScenarioBuilder tale) {
    return tale.addEvent(
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

  private static OrderScenarioBuilder processing(OrderScenarioBuilder tale) {
    return tale.addEvent("ORDER_PROCESSING", "PROCESSING", "paymentMethod", "fiatAmount");
  }

  private static OrderScenarioBuilder completed(OrderScenarioBuilder tale) {
    return tale.addEvent(
        "ORDER_COMPLETED", "COMPLETED", "cryptoAmount", "transactionHash", "completedAt");
  }
}
