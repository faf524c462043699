package dev.rampline.devkit.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The normal and failure scenarios of {@code events/stories.json}, with the payloads of {@code
 * events/payloads}. The {@code at} of an event defaults to its position in the list.
 */
public final class ScenarioCatalog {
  private final EventCatalog events;
  private final List<SampleScenario> scenarios;
  private final List<SampleScenario> faultScenarios;

  /** Reads all events and scenarios from the class path. */
  public ScenarioCatalog() {
    this.events = new EventCatalog();
    JsonNode table = SampleJson.node(SampleFile.text("stories.json"));
    this.scenarios = table.path("stories").valueStream().map(this::scenario).toList();
    this.faultScenarios = table.path("mishaps").valueStream().map(this::scenario).toList();
  }

  /** The events of the scenarios. */
  public List<SampleEvent> events() {
    return events.events();
  }

  /** The event, or the sample, with that name. */
  public Optional<SampleEvent> event(String name) {
    return events.find(name);
  }

  /** The normal scenarios: buy, then sell, then KYC. */
  public List<SampleScenario> scenarios() {
    return scenarios;
  }

  /** The failure scenarios, in which delivery goes wrong. */
  public List<SampleScenario> faultScenarios() {
    return faultScenarios;
  }

  /** The scenario with that name; ignores case. */
  public static Optional<SampleScenario> find(String name, List<SampleScenario> among) {
    return among.stream().filter(scenario -> scenario.name().equalsIgnoreCase(name)).findFirst();
  }

  private SampleScenario scenario(JsonNode entry) {
    List<SampleStep> steps = new ArrayList<>();
    for (JsonNode step : entry.path("steps")) {
      steps.add(step(step, steps.size()));
    }
    return new SampleScenario(
        entry.path("name").asText(), entry.path("description").asText(), steps);
  }

  private SampleStep step(JsonNode entry, int place) {
    SampleEvent sample = events.find(entry.path("sample").asText()).orElseThrow();
    String manner = entry.path("manner").asText(DeliveryMethod.POSTED.name());
    return new SampleStep(
        entry.path("with") instanceof ObjectNode members ? sample.with(members) : sample,
        entry.path("at").asInt(place),
        DeliveryMethod.valueOf(manner.toUpperCase(Locale.ROOT)));
  }
}
