package dev.rampline.emulator;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps a webhook event to the API status: the API reports neither refunds nor expiries. */
final class ApiStatus {
  private static final Map<String, String> BY_WEBHOOK_STATUS =
      Map.ofEntries(
          Map.entry("AWAITING_PAYMENT", "PENDING_PAYMENT"),
          Map.entry("AWAITING_PAYMENT_FROM_USER", "PENDING_PAYMENT"),
          Map.entry("AWAITING_CRYPTO_DEPOSIT", "PENDING_PAYMENT"),
          Map.entry("PAYMENT_DONE_MARKED_BY_USER", "PAYMENT_DONE_MARKED_BY_USER"),
          Map.entry("CRYPTO_DEPOSIT_RECEIVED", "CRYPTO_DEPOSIT_RECEIVED"),
          Map.entry("PROCESSING", "PROCESSING"),
          Map.entry("PENDING_DELIVERY", "PENDING_DELIVERY"),
          Map.entry("PENDING_DELIVERY_FROM_OZZOBIT", "PENDING_DELIVERY"),
          Map.entry("ON_HOLD_PENDING_DELIVERY_FROM_OZZOBIT", "PENDING_DELIVERY"),
          Map.entry("FIAT_SENT", "PENDING_DELIVERY"),
          Map.entry("ORDER_COMPLETED", "COMPLETED"),
          Map.entry("COMPLETED", "COMPLETED"),
          Map.entry("FAILED", "FAILED"),
          Map.entry("CANCELLED", "CANCELLED"),
          Map.entry("EXPIRED", "CANCELLED"));

  private ApiStatus() {}

  /** The status after that event; null: unchanged. */
  static @Nullable String after(String event, @Nullable String status) {
    String term = event.equals("ORDER_REFUNDED") || status == null ? event : status;
    return BY_WEBHOOK_STATUS.get(term.toUpperCase(Locale.ROOT));
  }
}
