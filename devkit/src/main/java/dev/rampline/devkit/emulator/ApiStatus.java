package dev.rampline.devkit.emulator;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which status the API has for what is true: it knows neither refunds nor expiries. */
final class ApiStatus {
  private static final Map<String, String> BY_STATE =
      Map.of(
          "awaiting-payment", "PENDING_PAYMENT",
          "payment-claimed", "PAYMENT_DONE_MARKED_BY_USER",
          "payment-received", "CRYPTO_DEPOSIT_RECEIVED",
          "processing", "PROCESSING",
          "delivering", "PENDING_DELIVERY",
          "on-hold", "PENDING_DELIVERY",
          "completed", "COMPLETED",
          "failed", "FAILED",
          "cancelled", "CANCELLED",
          "expired", "CANCELLED");

  private ApiStatus() {}

  static String of(Truth truth) {
    Set<String> ends = truth.finals();
    if (ends.contains("completed")) {
      // Money that comes late is what happens last in every such story.
      return "COMPLETED";
    }
    String state = ends.isEmpty() ? one(truth.states()) : one(ends);
    return BY_STATE.getOrDefault(state, "PROCESSING");
  }

  static String ofCustomer(Truth truth) {
    String state = one(truth.states());
    return state.equals("retry") ? "RETRY_NEEDED" : state.toUpperCase(Locale.ROOT);
  }

  private static String one(Set<String> states) {
    return states.stream().sorted().findFirst().orElseThrow();
  }
}
