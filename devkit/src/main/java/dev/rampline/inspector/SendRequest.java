package dev.rampline.inspector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.devkit.samples.NameSimilarity;
import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.samples.SampleScenario;
import dev.rampline.devkit.samples.SampleStep;
import dev.rampline.devkit.samples.SampleSubject;
import dev.rampline.devkit.samples.ScenarioCatalog;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants sent.
 *
 * @param kind {@code event}, {@code story} or {@code mishap}
 * @param name of it
 * @param id of the order or the customer; null: of one that nobody has heard of yet
 */
record SendRequest(String kind, String name, @Nullable String id) {
  private static final List<String> KINDS = List.of("event", "story", "mishap");

  /**
   * @throws IllegalArgumentException if it is none
   */
  static SendRequest of(JsonNode wish) {
    String kind =
        KINDS.stream()
            .filter(each -> wish.path(each).isTextual())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("Name an event, a story or a mishap"));
    String id = wish.path("id").asText("").strip();
    return new SendRequest(kind, wish.path(kind).asText(), id.isEmpty() ? null : id);
  }

  /** Whether it is one event by itself. */
  boolean isOneEvent() {
    return kind.equals("event");
  }

  /**
   * The story that it is; an event is a story of one.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  SampleScenario resolve(ScenarioCatalog catalog) {
    return switch (kind) {
      case "event" -> single(catalog);
      case "story" -> find(catalog.scenarios());
      default -> find(catalog.faultScenarios());
    };
  }

  private SampleScenario single(ScenarioCatalog catalog) {
    SampleEvent event =
        catalog
            .event(name)
            .orElseThrow(() -> unknown(catalog.events().stream().map(SampleEvent::event).toList()));
    return new SampleScenario(event.event(), "", List.of(SampleStep.of(event)));
  }

  private SampleScenario find(List<SampleScenario> stories) {
    return ScenarioCatalog.find(name, stories)
        .orElseThrow(() -> unknown(stories.stream().map(SampleScenario::name).toList()));
  }

  private IllegalArgumentException unknown(List<String> names) {
    return new IllegalArgumentException(
        "There is no %s %s%s".formatted(kind, name, new NameSimilarity(name).hint(names)));
  }

  /** Whom it is about. */
  SampleSubject subject(SampleScenario story, RandomGenerator random) {
    return Optional.ofNullable(id)
        .map(SampleSubject::new)
        .orElseGet(() -> story.newSubject(random));
  }
}
