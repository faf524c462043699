package dev.rampline.simulation.provider;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an order can be at, as the provider's pages put it (provider.md §3.5, §3.6) and as consumers
 * are told (design §5).
 */
public enum OrderPhase {
  CREATED("ORDER_CREATED", "AWAITING_PAYMENT_FROM_USER", "awaiting-payment", 10),
  MARKED_AS_PAID("PAYMENT_DONE_MARKED_BY_USER", null, "payment-claimed", 20),
  DEPOSITED("CRYPTO_DEPOSIT_RECEIVED", null, "payment-received", 30),
  PROCESSING("ORDER_PROCESSING", "PROCESSING", "processing", 40),
  SENDING_FIAT("FIAT_SENT", null, "delivering", 50),
  DELIVERING("ORDER_PROCESSING", "PENDING_DELIVERY_FROM_OZZOBiT", "delivering", 50),
  /** A status that no page has. */
  IN_REVIEW("ORDER_PROCESSING", "MANUAL_REVIEW", "unknown", 0),
  COMPLETED("ORDER_COMPLETED", "COMPLETED", "completed", 100),
  FAILED("ORDER_FAILED", "FAILED", "failed", 100),
  CANCELLED("ORDER_CANCELLED", "CANCELLED", "cancelled", 100),
  /** The API has no word for it. */
  EXPIRED("ORDER_FAILED", "EXPIRED", "expired", 100),
  /** Nor for this. */
  REFUNDED("ORDER_REFUNDED", null, "refunded", 110);

  private static final int TERMINAL_RANK = 100;

  private final String event;
  private final @Nullable String status;
  private final String state;
  private final int rank;

  OrderPhase(String event, @Nullable String status, String state, int rank) {
    this.event = event;
    this.status = status;
    this.state = state;
    this.rank = rank;
  }

  /** The event's name. */
  public String event() {
    return event;
  }

  /** The status, where a webhook tells one. */
  public Optional<String> status() {
    return Optional.ofNullable(status);
  }

  /** What consumers call it. */
  public String state() {
    return state;
  }

  /** How far the order has come. */
  public int rank() {
    return rank;
  }

  /** Whether the order has ended, refunds apart. */
  public boolean isTerminal() {
    return rank == TERMINAL_RANK;
  }

  /** The status that the API has for it; empty: it goes on saying what it said. */
  public Optional<String> apiStatus() {
    return switch (this) {
      case CREATED -> Optional.of("PENDING_PAYMENT");
      case MARKED_AS_PAID, DEPOSITED, PROCESSING, SENDING_FIAT, DELIVERING, IN_REVIEW ->
          Optional.of("PROCESSING");
      case COMPLETED, FAILED, CANCELLED -> Optional.of(name());
      case EXPIRED -> Optional.of("CANCELLED");
      case REFUNDED -> Optional.empty();
    };
  }
}
