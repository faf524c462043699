package dev.rampline.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the scenarios of {@code events/scenarios.json}. Their events have the payloads of {@code
 * events/payloads}. A step without {@code at} has its position in the list.
 */
public final class ScenarioCatalog {
  private final EventCatalog events;
  private final List<SampleScenario> scenarios;
  private final List<SampleScenario> faultScenarios;
  private final List<SampleScenario> all;

  /** Reads all events and scenarios from the class path. */
  public ScenarioCatalog() {
    this.events = new EventCatalog();
    JsonNode table = SampleJson.node(SampleFile.text("scenarios.json"));
    this.scenarios = table.path("scenarios").valueStream().map(this::scenario).toList();
    this.faultScenarios = table.path("faultScenarios").valueStream().map(this::scenario).toList();
    this.all = Stream.concat(scenarios.stream(), faultScenarios.stream()).toList();
  }

  /** Returns all sample events. */
  public List<SampleEvent> events() {
    return events.events();
  }

  /** Finds an event by its name or its sample name. */
  public Optional<SampleEvent> event(String name) {
    return events.find(name);
  }

  /** Returns the normal scenarios: buying, selling, then KYC. */
  public List<SampleScenario> scenarios() {
    return scenarios;
  }

  /** Returns the scenarios in which a delivery fails or an event is wrong. */
  public List<SampleScenario> faultScenarios() {
    return faultScenarios;
  }

  /** Returns all scenarios: normal ones first, then those with a failure. */
  public List<SampleScenario> all() {
    return all;
  }

  /** Finds a scenario by its name, in any case. */
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
    String delivery = entry.path("delivery").asText(DeliveryMethod.POSTED.text());
    return new SampleStep(
        entry.path("with") instanceof ObjectNode members ? sample.with(members) : sample,
        entry.path("at").asInt(place),
        DeliveryMethod.fromText(delivery));
  }
}
