package dev.rampline.simulation.provider;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The order phases on the provider's pages ({@code docs/provider-api.md#event-names}, {@code
 * docs/provider-api.md#states-and-ranks}), with their names in messages ({@code
 * docs/architecture.md#message}).
 */
public enum OrderPhase {
  CREATED("ORDER_CREATED", "AWAITING_PAYMENT_FROM_USER", "awaiting-payment", 10),
  MARKED_AS_PAID("PAYMENT_DONE_MARKED_BY_USER", null, "payment-claimed", 20),
  DEPOSITED("CRYPTO_DEPOSIT_RECEIVED", null, "payment-received", 30),
  PROCESSING("ORDER_PROCESSING", "PROCESSING", "processing", 40),
  SENDING_FIAT("FIAT_SENT", null, "delivering", 50),
  DELIVERING("ORDER_PROCESSING", "PENDING_DELIVERY_FROM_OZZOBiT", "delivering", 50),
  /** A status that no page documents. */
  IN_REVIEW("ORDER_PROCESSING", "MANUAL_REVIEW", "unknown", 0),
  COMPLETED("ORDER_COMPLETED", "COMPLETED", "completed", 100),
  FAILED("ORDER_FAILED", "FAILED", "failed", 100),
  CANCELLED("ORDER_CANCELLED", "CANCELLED", "cancelled", 100),
  /** The API has no status for it. */
  EXPIRED("ORDER_FAILED", "EXPIRED", "expired", 100),
  /** The API has no status for it. */
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

  /** The status in webhooks that include one. */
  public Optional<String> status() {
    return Optional.ofNullable(status);
  }

  /** The state in messages. */
  public String state() {
    return state;
  }

  /** The progress of the order. */
  public int rank() {
    return rank;
  }

  /** Whether the state is terminal, apart from refunds. */
  public boolean isTerminal() {
    return rank == TERMINAL_RANK;
  }

  /** The API status; empty if the API keeps the previous one. */
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
