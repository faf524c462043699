package dev.rampline.samples;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.emulator.ProviderKeys;
import java.util.List;
import java.util.Optional;

/** The payloads of {@code events/payloads} by name, and the signing keys of the samples. */
public final class EventCatalog {
  private final List<SampleEvent> events;

  /** Reads all payloads from the class path. */
  public EventCatalog() {
    this.events =
        SampleJson.node(SampleFile.text("payloads.json"))
            .valueStream()
            .map(EventCatalog::event)
            .toList();
  }

  /** All payloads: the on-ramp first, each side in the order of an order's events. */
  public List<SampleEvent> events() {
    return events;
  }

  /** The payload with that name, or the first one of the event with that name; ignores case. */
  public Optional<SampleEvent> find(String name) {
    return events.stream()
        .filter(event -> event.name().equalsIgnoreCase(name))
        .findFirst()
        .or(
            () ->
                events.stream().filter(event -> event.event().equalsIgnoreCase(name)).findFirst());
  }

  /** The published keys of {@code events/keys.json}; never trust them in production. */
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
