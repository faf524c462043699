package dev.rampline.alarm;

import dev.rampline.failure.CallFailure;
import dev.rampline.json.Json;
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.reconcile.ProviderUnavailableException;
import dev.rampline.time.Deadline;
import java.util.Optional;

/** A provider whose API is unavailable. */
final class UnavailableProviderClient implements ProviderClient {
  @Override
  public Json orders(int page, Deadline deadline) {
    throw unavailable();
  }

  @Override
  public Optional<Json> order(String orderId, Deadline deadline) {
    throw unavailable();
  }

  @Override
  public Optional<Json> kyc(String partnerCustomerId, Deadline deadline) {
    throw unavailable();
  }

  private static ProviderUnavailableException unavailable() {
    return new ProviderUnavailableException(CallFailure.ofStatus(503), null);
  }
}
