package dev.rampline.devkit.samples;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.emulator.ProviderKeys;
import java.util.List;
import java.util.Optional;

/**
 * The payloads of {@code events/payloads} by name, and the keys that the samples are signed with.
 */
public final class EventCatalog {
  private final List<SampleEvent> events;

  /** Reads every payload from the class path. */
  public EventCatalog() {
    this.events =
        SampleJson.node(SampleFile.text("payloads.json"))
            .valueStream()
            .map(EventCatalog::event)
            .toList();
  }

  /** Every payload, the on-ramp first, each side in the order in which an order lives. */
  public List<SampleEvent> events() {
    return events;
  }

  /**
   * The payload with that name, else the first of the event with that name; upper and lower case
   * are the same.
   */
  public Optional<SampleEvent> find(String name) {
    return events.stream()
        .filter(event -> event.name().equalsIgnoreCase(name))
        .findFirst()
        .or(
            () ->
                events.stream().filter(event -> event.event().equalsIgnoreCase(name)).findFirst());
  }

  /** The published keys of {@code events/keys.json}: whoever trusts them trusts everyone. */
  public static ProviderKeys keys() {
    JsonNode keys = SampleJson.node(SampleFile.text("keys.json"));
    return new ProviderKeys(
        keys.at("/accessTokens/0/value").asText(), keys.at("/webhookSecrets/0/value").asText());
  }

  private static SampleEvent event(JsonNode entry) {
    String name = entry.path("name").asText();
    return new SampleEvent(
        name,
        entry.path("event").asText(),
        entry.path("side").asText(),
        entry.path("shape").asText(),
        SampleFile.text("payloads/" + name + ".json"));
  }
}
