package dev.rampline.alarm;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.time.Deadline;
import java.util.Optional;

/** A provider whose order list is empty and whose orders are all in processing. */
final class IdleProviderClient implements ProviderClient {
  @Override
  public Json orders(int page, Deadline deadline) {
    return json("{\"data\":[]}");
  }

  @Override
  public Optional<Json> order(String orderId, Deadline deadline) {
    return Optional.of(json("{\"id\":\"%s\",\"status\":\"PROCESSING\"}".formatted(orderId)));
  }

  @Override
  public Optional<Json> kyc(String partnerCustomerId, Deadline deadline) {
    return Optional.empty();
  }

  private static Json json(String text) {
    return JsonReader.read(text).orElseThrow();
  }
}
