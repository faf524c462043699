package dev.rampline.devkit.inspector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampline.devkit.samples.Likeness;
import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.samples.SampleStep;
import dev.rampline.devkit.samples.SampleStory;
import dev.rampline.devkit.samples.SampleSubject;
import dev.rampline.devkit.samples.StoryCatalog;
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
record Wish(String kind, String name, @Nullable String id) {
  private static final List<String> KINDS = List.of("event", "story", "mishap");

  /**
   * @throws IllegalArgumentException if it is none
   */
  static Wish of(JsonNode wish) {
    String kind =
        KINDS.stream()
            .filter(each -> wish.path(each).isTextual())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("Name an event, a story or a mishap"));
    String id = wish.path("id").asText("").strip();
    return new Wish(kind, wish.path(kind).asText(), id.isEmpty() ? null : id);
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
  SampleStory in(StoryCatalog catalog) {
    return switch (kind) {
      case "event" -> single(catalog);
      case "story" -> among(catalog.stories());
      default -> among(catalog.mishaps());
    };
  }

  private SampleStory single(StoryCatalog catalog) {
    SampleEvent event =
        catalog
            .event(name)
            .orElseThrow(() -> unknown(catalog.events().stream().map(SampleEvent::event).toList()));
    return new SampleStory(event.event(), "", List.of(SampleStep.of(event)));
  }

  private SampleStory among(List<SampleStory> stories) {
    return StoryCatalog.named(name, stories)
        .orElseThrow(() -> unknown(stories.stream().map(SampleStory::name).toList()));
  }

  private IllegalArgumentException unknown(List<String> names) {
    return new IllegalArgumentException(
        "There is no %s %s%s".formatted(kind, name, new Likeness(name).hint(names)));
  }

  /** Whom it is about. */
  SampleSubject subject(SampleStory story, RandomGenerator random) {
    return Optional.ofNullable(id)
        .map(SampleSubject::new)
        .orElseGet(() -> story.freshSubject(random));
  }
}
