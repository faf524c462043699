package dev.rampline.event;

import java.util.stream.Stream;

/**
 * The canonical states of orders and of KYC. The ranks are those of {@code
 * docs/provider-api.md#states-and-ranks}. KYC states have no ranks: they follow time ({@code
 * docs/provider-api.md#kyc-values}).
 */
public enum State {
  /** No documented state was reported yet, for orders and KYC. */
  UNKNOWN("unknown", 0),
  AWAITING_PAYMENT("awaiting-payment", 10),
  PAYMENT_CLAIMED("payment-claimed", 20),
  PAYMENT_RECEIVED("payment-received", 30),
  PROCESSING("processing", 40),
  DELIVERING("delivering", 50),
  ON_HOLD("on-hold", 50),
  COMPLETED("completed", 100),
  FAILED("failed", 100),
  CANCELLED("cancelled", 100),
  EXPIRED("expired", 100),
  REFUNDED("refunded", 110),

  NOT_SUBMITTED("not-submitted", 0),
  SUBMITTED("submitted", 0),
  APPROVED("approved", 0),
  REJECTED("rejected", 0),
  RETRY("retry", 0);

  private static final int TERMINAL_RANK = 100;

  private final int rank;
  private final String text;

  State(String text, int rank) {
    this.text = text;
    this.rank = rank;
  }

  /**
   * Returns the state with that name in records and messages.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static State of(String text) {
    return Stream.of(values())
        .filter(state -> state.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Unknown state: " + text));
  }

  /** Returns the progress of an order; 0 for every KYC state. */
  public int rank() {
    return rank;
  }

  /** Returns whether this is a terminal state: completed, failed, cancelled or expired. */
  public boolean isTerminal() {
    return rank == TERMINAL_RANK;
  }

  /** Returns whether no further event is expected: a terminal state, or refunded. */
  public boolean isClosed() {
    return rank >= TERMINAL_RANK;
  }

  /** Returns whether this is a decision on a customer: approved, rejected or retry. */
  public boolean isVerdict() {
    return this == APPROVED || this == REJECTED || this == RETRY;
  }

  /** Returns the name in records and messages, such as {@code awaiting-payment}. */
  public String text() {
    return text;
  }
}
