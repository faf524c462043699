package dev.rampline.reconcile;

import dev.rampline.json.Json;
import dev.rampline.time.Deadline;
import java.util.Optional;

/**
 * A client of the provider's API. It returns any JSON that the API sends. Implementations are
 * thread-safe. Each method throws {@link ProviderUnavailableException} if the provider is
 * unavailable, throttles, rejects the credentials or does not respond before the deadline, and
 * {@link UnreadableAnswerException} if the response is not JSON.
 */
public interface ProviderClient {
  /** Returns a page of orders, the last updated first; 1 is the first page. */
  Json orders(int page, Deadline deadline);

  /** Returns the order with the provider's id; empty if the provider does not know it. */
  Optional<Json> order(String orderId, Deadline deadline);

  /**
   * Returns the KYC status of the customer with the partner's id; empty if the provider does not
   * know it.
   */
  Optional<Json> kyc(String partnerCustomerId, Deadline deadline);
}
