package dev.rampline.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The lives and the mishaps of {@code events/scenarios.json}, told with the payloads of {@code
 * events/payloads}. An event's {@code at} is its place in the list unless it is told.
 */
public final class ScenarioCatalog {
  private final EventCatalog events;
  private final List<SampleScenario> scenarios;
  private final List<SampleScenario> faultScenarios;
  private final List<SampleScenario> all;

  /** Reads every event and every story from the class path. */
  public ScenarioCatalog() {
    this.events = new EventCatalog();
    JsonNode table = SampleJson.node(SampleFile.text("scenarios.json"));
    this.scenarios = table.path("scenarios").valueStream().map(this::scenario).toList();
    this.faultScenarios = table.path("faultScenarios").valueStream().map(this::scenario).toList();
    this.all = Stream.concat(scenarios.stream(), faultScenarios.stream()).toList();
  }

  /** The events that they are told with. */
  public List<SampleEvent> events() {
    return events.events();
  }

  /** The event, or the sample, with that name. */
  public Optional<SampleEvent> event(String name) {
    return events.find(name);
  }

  /** Whole lives as provider.md tells them: buying first, then selling, then KYC. */
  public List<SampleScenario> scenarios() {
    return scenarios;
  }

  /** Lives in which something goes wrong on the way to the receiver. */
  public List<SampleScenario> faultScenarios() {
    return faultScenarios;
  }

  /** Returns all scenarios: normal ones first, then those with a failure. */
  public List<SampleScenario> all() {
    return all;
  }

  /** The one with that name; upper and lower case are the same. */
  public static Optional<SampleScenario> find(String name, List<SampleScenario> among) {
    return among.stream().filter(story -> story.name().equalsIgnoreCase(name)).findFirst();
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
