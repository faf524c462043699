package dev.rampline.event;

import java.util.stream.Stream;

/**
 * The canonical states of orders and of KYC, with the ranks of {@code provider.md} §3.6. KYC has no
 * ranks: its states follow time (§3.7).
 */
public enum State {
  /** Nothing that anybody has documented was told yet; of orders and of KYC alike. */
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
   * The state with that name in records and messages.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static State of(String text) {
    return Stream.of(values())
        .filter(state -> state.text.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No state: " + text));
  }

  /** How far an order has come; 0 for every state of KYC. */
  public int rank() {
    return rank;
  }

  /** Whether an order ends here: completed, failed, cancelled, expired. */
  public boolean isTerminal() {
    return rank == TERMINAL_RANK;
  }

  /** Whether nothing more is awaited: a final state, or refunded. */
  public boolean isClosed() {
    return rank >= TERMINAL_RANK;
  }

  /** The name in records and messages, such as {@code awaiting-payment}. */
  public String text() {
    return text;
  }
}
