package dev.rampline.testkit.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook reports of an order ({@code docs/provider-api.md#event-names}): an event name, at
 * times a status, and the fields that are new with it.
 */
public enum OrderReport {
  CREATED(
      "ORDER_CREATED",
      "AWAITING_PAYMENT_FROM_USER",
      "side",
      "fiatAmount",
      "fiatCurrency",
      "cryptoCurrency",
      "network",
      "walletAddress",
      "createdAt"),
  SELL_CREATED(
      "ORDER_CREATED",
      "AWAITING_PAYMENT",
      "side",
      "cryptoAmount",
      "cryptoCurrency",
      "fiatCurrency",
      "fromWalletAddress",
      "createdAt"),
  AWAITING_PAYMENT("AWAITING_PAYMENT_FROM_USER", null, "fiatAmount"),
  AWAITING_DEPOSIT("AWAITING_CRYPTO_DEPOSIT", null, "side", "network"),
  MARKED_AS_PAID("PAYMENT_DONE_MARKED_BY_USER", null, "paymentMethod"),
  /** As Transak does. */
  MARKED_AS_PAID_WITH_STATUS(
      "PAYMENT_DONE_MARKED_BY_USER", "PAYMENT_DONE_MARKED_BY_USER", "paymentMethod"),
  DEPOSITED("CRYPTO_DEPOSIT_RECEIVED", null, "side", "cryptoAmount", "transactionHash"),
  PROCESSING("ORDER_PROCESSING", "PROCESSING", "paymentMethod", "fiatAmount"),
  FIAT_PROCESSING("FIAT_PROCESSING", "PROCESSING", "fiatAmount"),
  /** A status that no page documents. */
  IN_REVIEW("ORDER_PROCESSING", "MANUAL_REVIEW"),
  DELIVERY_PENDING("PENDING_DELIVERY_FROM_OZZOBiT", null, "cryptoAmount"),
  DELIVERING("ORDER_PROCESSING", "PENDING_DELIVERY_FROM_OZZOBiT", "cryptoAmount"),
  DELIVERING_IN_LOWER_CASE("ORDER_PROCESSING", "pending_delivery", "cryptoAmount"),
  FIAT_SENT("FIAT_SENT", null, "fiatAmount", "paymentMethod"),
  ON_HOLD("ORDER_PROCESSING", "ON_HOLD_PENDING_DELIVERY_FROM_OZZOBIT"),
  COMPLETED(
      "ORDER_COMPLETED",
      "COMPLETED",
      "fiatAmount",
      "cryptoAmount",
      "transactionHash",
      "completedAt"),
  COMPLETED_WITHOUT_STATUS("ORDER_COMPLETED", null, "cryptoAmount", "transactionHash"),
  FAILED("ORDER_FAILED", "FAILED", "failureReason", "errorCode"),
  CANCELLED("ORDER_CANCELLED", "CANCELLED", "cancelledBy"),
  /** As Transak does. */
  CANCELLED_AS_FAILED("ORDER_FAILED", "CANCELLED", "failureReason"),
  /** As Transak does. */
  EXPIRED("ORDER_FAILED", "EXPIRED"),
  REFUNDED("ORDER_REFUNDED", null, "cryptoAmount"),
  REFUNDED_WITH_STATUS("ORDER_REFUNDED", "REFUNDED"),
  REFUNDED_BESIDE_FAILED("ORDER_REFUNDED", "FAILED");

  /** The events of the socket ({@code docs/provider-api.md#websocket}) by those of webhooks. */
  private static final Map<String, String> SOCKET_EVENTS =
      Map.of(
          "ORDER_CREATED", "CREATED",
          "ORDER_PROCESSING", "PROCESSING",
          "ORDER_COMPLETED", "COMPLETED",
          "ORDER_FAILED", "FAILED",
          "ORDER_CANCELLED", "CANCELLED");

  private final String event;
  private final @Nullable String status;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable.
  private final List<String> fields;

  OrderReport(String event, @Nullable String status, String... fields) {
    this.event = event;
    this.status = status;
    this.fields = List.of(fields);
  }

  /** The event's name. */
  public String event() {
    return event;
  }

  /** The status in webhooks that include one. */
  public Optional<String> status() {
    return Optional.ofNullable(status);
  }

  /** The names of the fields that it reports. */
  public List<String> fields() {
    return fields;
  }

  /** The state that it reports. */
  public OrderState state() {
    return OrderState.reportedBy(event, status);
  }

  /** The API's status after it; empty: unchanged. */
  public Optional<String> apiStatus() {
    return OrderState.apiStatusAfter(event, status);
  }

  /** What the socket calls a webhook's event, without {@code ORDER_}; empty if it sends none. */
  public static Optional<String> socketEvent(String event) {
    return Optional.ofNullable(SOCKET_EVENTS.get(event));
  }
}
