package dev.rampline.consumer.example;

import com.fasterxml.jackson.databind.JsonNode;

/** Pays out. */
interface Payouts {
  /**
   * Pays an order out, however often it is asked to, once.
   *
   * @param subject whose payout it is; the key by which a second one is known
   * @param data the order, by the message's schema
   */
  void payOnce(String subject, JsonNode data);
}
