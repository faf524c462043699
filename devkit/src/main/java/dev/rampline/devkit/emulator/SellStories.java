package dev.rampline.devkit.emulator;

import java.util.List;
import java.util.function.Function;

/** How selling goes, and how it fails (provider.md §3.5, §6.5). */
final class SellStories {
  static final List<Function<OrderTale, Story>> ALL =
      List.of(
          SellStories::paidOut,
          SellStories::heldUp,
          SellStories::refundBesideFailed,
          SellStories::refundedAlone,
          SellStories::cancelled,
          SellStories::failedThenPaid,
          SellStories::deposited);

  private SellStories() {}

  private static Story paidOut(OrderTale tale) {
    sent(deposit(created(tale)));
    return completed(tale).ends("sell paid out", "completed", "completed");
  }

  private static Story heldUp(OrderTale tale) {
    String held = "ON_HOLD_PENDING_DELIVERY_FROM_OZZOBIT";
    sent(deposit(created(tale)).says("ORDER_PROCESSING", held));
    return completed(tale).ends("sell held up at the bank", "completed", "completed");
  }

  private static Story refundBesideFailed(OrderTale tale) {
    failed(deposit(created(tale))).says("ORDER_REFUNDED", "FAILED");
    return tale.ends("sell refunded beside failed", "refunded", "failed");
  }

  private static Story refundedAlone(OrderTale tale) {
    deposit(created(tale)).says("ORDER_REFUNDED", null, "cryptoAmount");
    return tale.ends("sell refunded", "refunded");
  }

  private static Story cancelled(OrderTale tale) {
    created(tale).says("ORDER_CANCELLED", "CANCELLED", "cancelledBy");
    return tale.ends("sell cancelled", "cancelled", "cancelled");
  }

  private static Story failedThenPaid(OrderTale tale) {
    failed(deposit(created(tale)));
    return completed(tale).ends("sell failed, then paid out", "completed", "failed", "completed");
  }

  private static Story deposited(OrderTale tale) {
    deposit(created(tale));
    return tale.ends("sell deposited", "payment-received");
  }

  private static OrderTale created(OrderTale tale) {
    return tale.says(
            "ORDER_CREATED",
            "AWAITING_PAYMENT",
            "side",
            "cryptoAmount",
            "cryptoCurrency",
            "fiatCurrency",
            "fromWalletAddress",
            "createdAt")
        .says("AWAITING_CRYPTO_DEPOSIT", null, "side", "network");
  }

  private static OrderTale deposit(OrderTale tale) {
    return tale.says("CRYPTO_DEPOSIT_RECEIVED", null, "side", "cryptoAmount", "transactionHash");
  }

  private static OrderTale sent(OrderTale tale) {
    return tale.says("FIAT_PROCESSING", "PROCESSING", "fiatAmount")
        .says("FIAT_SENT", null, "fiatAmount", "paymentMethod");
  }

  private static OrderTale failed(OrderTale tale) {
    return tale.says("ORDER_FAILED", "FAILED", "failureReason", "errorCode");
  }

  private static OrderTale completed(OrderTale tale) {
    return tale.says("ORDER_COMPLETED", "COMPLETED", "fiatAmount", "completedAt");
  }
}
