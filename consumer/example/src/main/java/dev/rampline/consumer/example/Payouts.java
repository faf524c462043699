package dev.rampline.consumer.example;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes payouts. */
interface Payouts {
  /**
   * Pays an order out once, even if it is called several times or crashes at any point. A payout
   * that an earlier call has left pending is taken up again.
   *
   * @param subject the subject of the order; the idempotency key
   * @param order the order, as in the message's schema
   */
  void payOnce(String subject, JsonNode order);

  /**
   * Checks that no payout of an order is pending that must not be paid any more.
   *
   * @throws IllegalStateException if one is pending: it is unknown whether the bank has paid it, so
   *     a person must decide
   */
  void requireNonePending(String subject);
}
