package dev.rampline.bench.defect;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** Answers about an order what was answered the first time. */
final class OldReadings implements BiFunction<URI, String, String> {
  private final Map<String, String> first = new HashMap<>();

  @Override
  public String apply(URI address, String sound) {
    boolean ofOneOrder = address.getPath().contains("/orders/");
    return ofOneOrder && sound.contains("status")
        ? first.computeIfAbsent(address.getPath(), _ -> sound)
        : sound;
  }
}
