package dev.rampline.devkit.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The lives and the mishaps of {@code events/stories.json}, told with the payloads of {@code
 * events/payloads}. An event's {@code at} is its place in the list unless it is told.
 */
public final class StoryCatalog {
  private final EventCatalog events;
  private final List<SampleStory> stories;
  private final List<SampleStory> mishaps;

  /** Reads every event and every story from the class path. */
  public StoryCatalog() {
    this.events = new EventCatalog();
    JsonNode table = SampleJson.node(SampleFile.text("stories.json"));
    this.stories = table.path("stories").valueStream().map(this::story).toList();
    this.mishaps = table.path("mishaps").valueStream().map(this::story).toList();
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
  public List<SampleStory> stories() {
    return stories;
  }

  /** Lives in which something goes wrong on the way to the receiver. */
  public List<SampleStory> mishaps() {
    return mishaps;
  }

  /** The one with that name; upper and lower case are the same. */
  public static Optional<SampleStory> named(String name, List<SampleStory> among) {
    return among.stream().filter(story -> story.name().equalsIgnoreCase(name)).findFirst();
  }

  private SampleStory story(JsonNode entry) {
    List<SampleStep> steps = new ArrayList<>();
    for (JsonNode step : entry.path("steps")) {
      steps.add(step(step, steps.size()));
    }
    return new SampleStory(entry.path("name").asText(), entry.path("description").asText(), steps);
  }

  private SampleStep step(JsonNode entry, int place) {
    SampleEvent sample = events.find(entry.path("sample").asText()).orElseThrow();
    String manner = entry.path("manner").asText(Manner.POSTED.name());
    return new SampleStep(
        entry.path("with") instanceof ObjectNode members ? sample.with(members) : sample,
        entry.path("at").asInt(place),
        Manner.valueOf(manner.toUpperCase(Locale.ROOT)));
  }
}
