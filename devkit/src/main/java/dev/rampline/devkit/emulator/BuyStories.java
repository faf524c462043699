package dev.rampline.devkit.emulator;

import java.util.List;
import java.util.function.Function;

/** How buying goes, and how it fails (provider.md §3.5, §6.5). */
final class BuyStories {
  static final List<Function<OrderTale, Story>> ALL =
      List.of(
          BuyStories::card,
          BuyStories::bankTransfer,
          BuyStories::withoutStatus,
          BuyStories::declined,
          BuyStories::cancelled,
          BuyStories::cancelledAsFailed,
          BuyStories::expired,
          BuyStories::lateMoney,
          BuyStories::onItsWay,
          BuyStories::refunded);

  private BuyStories() {}

  private static Story card(OrderTale tale) {
    processing(created(tale)).says("PENDING_DELIVERY_FROM_OZZOBiT", null, "cryptoAmount");
    return completed(tale).ends("buy by card", "completed", "completed");
  }

  private static Story bankTransfer(OrderTale tale) {
    created(tale)
        .says("AWAITING_PAYMENT_FROM_USER", null, "fiatAmount")
        .says("PAYMENT_DONE_MARKED_BY_USER", "PAYMENT_DONE_MARKED_BY_USER", "paymentMethod")
        .says("ORDER_PROCESSING", "PENDING_DELIVERY_FROM_OZZOBIT", "cryptoAmount");
    return completed(tale).ends("buy by bank transfer", "completed", "completed");
  }

  private static Story withoutStatus(OrderTale tale) {
    processing(created(tale)).says("ORDER_COMPLETED", null, "cryptoAmount", "transactionHash");
    return tale.ends("buy told by event alone", "completed", "completed");
  }

  private static Story declined(OrderTale tale) {
    created(tale).says("ORDER_FAILED", "FAILED", "failureReason", "errorCode");
    return tale.ends("buy declined", "failed", "failed");
  }

  private static Story cancelled(OrderTale tale) {
    created(tale).says("ORDER_CANCELLED", "CANCELLED", "cancelledBy");
    return tale.ends("buy cancelled", "cancelled", "cancelled");
  }

  private static Story cancelledAsFailed(OrderTale tale) {
    created(tale).says("ORDER_FAILED", "CANCELLED", "failureReason");
    return tale.ends("buy cancelled, told as failed", "cancelled", "cancelled");
  }

  private static Story expired(OrderTale tale) {
    created(tale).says("ORDER_FAILED", "EXPIRED");
    return tale.ends("buy expired, told as failed", "expired", "expired");
  }

  private static Story lateMoney(OrderTale tale) {
    processing(created(tale).says("ORDER_CANCELLED", "CANCELLED", "cancelledBy"));
    return completed(tale).ends("buy cancelled, then paid", "completed", "cancelled", "completed");
  }

  private static Story onItsWay(OrderTale tale) {
    processing(created(tale)).says("ORDER_PROCESSING", "pending_delivery", "cryptoAmount");
    return tale.ends("buy on its way", "delivering");
  }

  private static Story refunded(OrderTale tale) {
    processing(created(tale))
        .says("ORDER_FAILED", "FAILED", "failureReason")
        .says("ORDER_REFUNDED", "REFUNDED");
    return tale.ends("buy failed and refunded", "refunded", "failed");
  }

  private static OrderTale created(OrderTale tale) {
    return tale.says(
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

  private static OrderTale processing(OrderTale tale) {
    return tale.says("ORDER_PROCESSING", "PROCESSING", "paymentMethod", "fiatAmount");
  }

  private static OrderTale completed(OrderTale tale) {
    return tale.says(
        "ORDER_COMPLETED", "COMPLETED", "cryptoAmount", "transactionHash", "completedAt");
  }
}
