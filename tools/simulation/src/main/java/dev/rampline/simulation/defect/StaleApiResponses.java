package dev.rampline.simulation.defect;

import dev.rampline.simulation.cloud.Table;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Repeats the first response about an order. */
final class StaleApiResponses implements DefectInjectors.ResponseTransformer {
  private final Map<String, String> first = new HashMap<>();

  @Override
  public String transform(URI address, String sound, Table known) {
    boolean ofOneOrder = address.getPath().contains("/orders/");
    return ofOneOrder && sound.contains("status")
        ? first.computeIfAbsent(address.getPath(), _ -> sound)
        : sound;
  }
}
