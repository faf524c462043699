package dev.rampline.inspector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.samples.NameSimilarity;
import dev.rampline.samples.SampleEvent;
import dev.rampline.samples.SampleScenario;
import dev.rampline.samples.SampleStep;
import dev.rampline.samples.SampleSubject;
import dev.rampline.samples.ScenarioCatalog;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A request of the page to send an event or a scenario.
 *
 * @param kind {@code event} or {@code scenario}
 * @param name the name of the event or the scenario
 * @param id the id of the order or the customer; null for a new one
 */
record SendRequest(String kind, String name, @Nullable String id) {
  private static final List<String> KINDS = List.of("event", "scenario");

  /**
   * @throws IllegalArgumentException if the request names neither
   */
  static SendRequest of(JsonNode request) {
    String kind =
        KINDS.stream()
            .filter(each -> request.path(each).isTextual())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("Name an event or a scenario"));
    String id = request.path("id").asText("").strip();
    return new SendRequest(kind, request.path(kind).asText(), id.isEmpty() ? null : id);
  }

  /** Whether the request is for one event. */
  boolean isOneEvent() {
    return kind.equals("event");
  }

  /**
   * Returns the scenario to send; an event becomes a scenario with one step.
   *
   * @throws IllegalArgumentException if the name is unknown
   */
  SampleScenario resolve(ScenarioCatalog catalog) {
    return isOneEvent() ? single(catalog) : find(catalog.all());
  }

  private SampleScenario single(ScenarioCatalog catalog) {
    SampleEvent event =
        catalog
            .event(name)
            .orElseThrow(() -> unknown(catalog.events().stream().map(SampleEvent::event).toList()));
    return new SampleScenario(event.event(), "", List.of(SampleStep.of(event)));
  }

  private SampleScenario find(List<SampleScenario> scenarios) {
    return ScenarioCatalog.find(name, scenarios)
        .orElseThrow(() -> unknown(scenarios.stream().map(SampleScenario::name).toList()));
  }

  private IllegalArgumentException unknown(List<String> names) {
    return new IllegalArgumentException(
        "Unknown %s %s%s".formatted(kind, name, new NameSimilarity(name).hint(names)));
  }

  /** Returns the subject of the events. */
  SampleSubject subject(SampleScenario scenario, RandomGenerator random) {
    return Optional.ofNullable(id)
        .map(SampleSubject::new)
        .orElseGet(() -> scenario.newSubject(random));
  }
}
