package dev.rampline.consumer.example;

import com.fasterxml.jackson.databind.JsonNode;

/** The service that makes payments. */
@FunctionalInterface
public interface Bank {
  /**
   * Makes a payment. Further calls with the same key do nothing: a call may be repeated after a
   * crash.
   *
   * @param idempotencyKey identifies the payment
   * @param order the order, as in the message's schema; always the same for a key
   */
  void pay(String idempotencyKey, JsonNode order);
}
