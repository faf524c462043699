package dev.rampline.testkit.provider;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The states of an order: their names in messages, their ranks and the terms by which webhooks
 * report them ({@code docs/provider-api.md#states-and-ranks}), and the status that the REST API
 * reports meanwhile ({@code docs/provider-api.md#statuses-of-the-api}).
 */
public enum OrderState {
  /** An undocumented status; the API reports what the event name means. */
  UNKNOWN("unknown", 0, null),
  AWAITING_PAYMENT(
      "awaiting-payment",
      10,
      "PENDING_PAYMENT",
      "PENDING_PAYMENT",
      "CREATED",
      "ORDER_CREATED",
      "AWAITING_PAYMENT",
      "AWAITING_PAYMENT_FROM_USER",
      "AWAITING_CRYPTO_DEPOSIT"),
  PAYMENT_CLAIMED("payment-claimed", 20, "PENDING_PAYMENT", "PAYMENT_DONE_MARKED_BY_USER"),
  PAYMENT_RECEIVED("payment-received", 30, "PROCESSING", "CRYPTO_DEPOSIT_RECEIVED"),
  PROCESSING("processing", 40, "PROCESSING", "PROCESSING", "ORDER_PROCESSING", "FIAT_PROCESSING"),
  DELIVERING(
      "delivering",
      50,
      "PENDING_DELIVERY",
      "PENDING_DELIVERY",
      "PENDING_DELIVERY_FROM_OZZOBIT",
      "FIAT_SENT"),
  ON_HOLD("on-hold", 50, "PENDING_DELIVERY", "ON_HOLD_PENDING_DELIVERY_FROM_OZZOBIT"),
  COMPLETED("completed", 100, "COMPLETED", "COMPLETED", "ORDER_COMPLETED"),
  FAILED("failed", 100, "FAILED", "FAILED", "ORDER_FAILED"),
  CANCELLED("cancelled", 100, "CANCELLED", "CANCELLED", "ORDER_CANCELLED"),
  EXPIRED("expired", 100, "CANCELLED", "EXPIRED"),
  /** The API keeps the status before the refund. */
  REFUNDED("refunded", 110, null, "REFUNDED", "ORDER_REFUNDED");

  private static final int TERMINAL_RANK = 100;

  private final String text;
  private final int rank;
  private final @Nullable String apiStatus;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable.
  private final List<String> terms;

  OrderState(String text, int rank, @Nullable String apiStatus, String... terms) {
    this.text = text;
    this.rank = rank;
    this.apiStatus = apiStatus;
    this.terms = List.of(terms);
  }

  /** The state's name in messages. */
  public String text() {
    return text;
  }

  /** The progress of the order. */
  public int rank() {
    return rank;
  }

  /** Whether the order ends here, apart from refunds. */
  public boolean isTerminal() {
    return rank == TERMINAL_RANK;
  }

  /** The API's status of an order in this state; empty: unchanged. */
  public Optional<String> apiStatus() {
    return Optional.ofNullable(apiStatus);
  }

  /** The state that a webhook reports: a refund, else the status, else the event name. */
  public static OrderState reportedBy(String event, @Nullable String status) {
    String term = event.equals("ORDER_REFUNDED") || status == null ? event : status;
    return ofTerm(term).orElse(UNKNOWN);
  }

  /** The API's status after a webhook with that event name and status; empty: unchanged. */
  public static Optional<String> apiStatusAfter(String event, @Nullable String status) {
    OrderState reported = reportedBy(event, status);
    return reported == UNKNOWN
        ? ofTerm(event).flatMap(OrderState::apiStatus)
        : reported.apiStatus();
  }

  /** The state that the API's status reports. */
  public static OrderState ofApiStatus(String status) {
    return ofTerm(status).orElse(UNKNOWN);
  }

  /** The state with that name in messages; empty if there is none. */
  public static Optional<OrderState> ofText(String text) {
    return Arrays.stream(values()).filter(state -> state.text.equals(text)).findFirst();
  }

  private static Optional<OrderState> ofTerm(String term) {
    String upper = term.toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(state -> state.terms.contains(upper)).findFirst();
  }
}
