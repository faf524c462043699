package dev.rampline.observation;

import java.util.Locale;

/**
 * The canonical states of orders and of KYC, with the ranks of {@code provider.md} §3.6. KYC has no
 * ranks: its states follow time (§3.7).
 */
public enum State {
  /** Nothing that anybody has documented was told yet; of orders and of KYC alike. */
  UNKNOWN(0),
  AWAITING_PAYMENT(10),
  PAYMENT_CLAIMED(20),
  PAYMENT_RECEIVED(30),
  PROCESSING(40),
  DELIVERING(50),
  ON_HOLD(50),
  COMPLETED(100),
  FAILED(100),
  CANCELLED(100),
  EXPIRED(100),
  REFUNDED(110),

  NOT_SUBMITTED(0),
  SUBMITTED(0),
  APPROVED(0),
  REJECTED(0),
  RETRY(0);

  private static final int FINAL_RANK = 100;

  private final int rank;
  private final String text;

  State(int rank) {
    this.rank = rank;
    this.text = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The state with that name in records and messages.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static State of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** How far an order has come; 0 for every state of KYC. */
  public int rank() {
    return rank;
  }

  /** Whether an order ends here: completed, failed, cancelled, expired. */
  public boolean isFinal() {
    return rank == FINAL_RANK;
  }

  /** Whether nothing more is awaited: a final state, or refunded. */
  public boolean isClosed() {
    return rank >= FINAL_RANK;
  }

  /** The name in records and messages, such as {@code awaiting-payment}. */
  public String text() {
    return text;
  }
}
