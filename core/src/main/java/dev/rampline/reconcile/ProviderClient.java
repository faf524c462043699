package dev.rampline.reconcile;

import dev.rampline.json.Json;
import dev.rampline.time.Deadline;
import java.util.Optional;

/**
 * The provider's API: what it answers is JSON, whatever stands in it. Implementations are
 * thread-safe, and each method throws {@link ProviderUnavailableException} if the provider is down,
 * throttles, refuses our credentials or is silent until the deadline, and {@link
 * UnreadableAnswerException} if it answers something else.
 */
public interface ProviderClient {
  /** A page of the orders, the last updated first; 1 is the first page. */
  Json orders(int page, Deadline deadline);

  /** The order with the provider's id; empty: the provider knows none. */
  Optional<Json> order(String orderId, Deadline deadline);

  /** The KYC of the customer with the partner's id; empty: the provider knows none. */
  Optional<Json> kyc(String partnerCustomerId, Deadline deadline);
}
