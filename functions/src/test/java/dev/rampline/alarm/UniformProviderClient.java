package dev.rampline.alarm;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import dev.rampline.reconcile.ProviderClient;
import dev.rampline.time.Deadline;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A provider whose orders all have the same status.
 *
 * @param status the status of every order, also of those that the list does not contain
 * @param listed how many orders the order list contains; their ids are {@code listed-0}, …
 */
record UniformProviderClient(String status, int listed) implements ProviderClient {
  @Override
  public Json orders(int page, Deadline deadline) {
    return json(
        IntStream.range(0, page == 1 ? listed : 0)
            .mapToObj(number -> text("listed-" + number))
            .collect(Collectors.joining(",", "{\"data\":[", "]}")));
  }

  @Override
  public Optional<Json> order(String orderId, Deadline deadline) {
    return Optional.of(json(text(orderId)));
  }

  @Override
  public Optional<Json> kyc(String partnerCustomerId, Deadline deadline) {
    return Optional.empty();
  }

  private String text(String orderId) {
    return "{\"id\":\"%s\",\"status\":\"%s\"}".formatted(orderId, status);
  }

  private static Json json(String text) {
    return JsonReader.read(text).orElseThrow();
  }
}
