package dev.rampline.alarm;

import dev.rampline.json.Json;
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.reconcile.ProviderUnavailableException;
import dev.rampline.time.Deadline;
import java.util.Optional;

/** A provider that cannot be asked. */
final class UnavailableProviderClient implements ProviderClient {
  @Override
  public Json orders(int page, Deadline deadline) {
    throw down();
  }

  @Override
  public Optional<Json> order(String orderId, Deadline deadline) {
    throw down();
  }

  @Override
  public Optional<Json> kyc(String partnerCustomerId, Deadline deadline) {
    throw down();
  }

  private static ProviderUnavailableException down() {
    return new ProviderUnavailableException("As the test wants it", null);
  }
}
