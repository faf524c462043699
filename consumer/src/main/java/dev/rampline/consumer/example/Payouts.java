package dev.rampline.consumer.example;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes payouts. */
interface Payouts {
  /**
   * Pays an order out once, even if it is called several times.
   *
   * @param subject the subject of the order; the idempotency key
   * @param data the order, as in the message's schema
   */
  void payOnce(String subject, JsonNode data);
}
