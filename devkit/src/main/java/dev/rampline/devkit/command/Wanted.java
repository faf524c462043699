package dev.rampline.devkit.command;

import dev.rampline.devkit.samples.Likeness;
import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.samples.SampleStory;
import dev.rampline.devkit.samples.StoryCatalog;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What is to be sent: an event, a story or a mishap. */
final class Wanted {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "EVENT",
      arity = "0..1",
      completionCandidates = SampleNames.Events.class,
      description = "The event's name, or the sample's: see --list.")
  private @Nullable String event;

  @Option(
      names = "--story",
      paramLabel = "STORY",
      completionCandidates = SampleNames.Stories.class,
      description = "Instead of one event the whole life of a new order or customer: see --list.")
  private @Nullable String story;

  @Option(
      names = "--mishap",
      paramLabel = "MISHAP",
      completionCandidates = SampleNames.Mishaps.class,
      description = "A life in which something goes wrong on the way: see --list.")
  private @Nullable String mishap;

  @Option(
      names = "--order-id",
      paramLabel = "ID",
      description = "The order that it is about (default: the sample's; for a story a new one).")
  private @Nullable String orderId;

  /** What is asked for; a story is about a new subject each time that it is asked for. */
  Telling telling(StoryCatalog catalog, Duration pace) {
    if (Stream.of(event, story, mishap).filter(Objects::nonNull).count() != 1) {
      throw misuse("Give one EVENT, one --story or one --mishap: see --list");
    }
    if (story != null) {
      return life(story, "story", catalog.stories(), pace);
    }
    return mishap != null
        ? life(mishap, "mishap", catalog.mishaps(), pace)
        : Telling.of(sample(String.valueOf(event), catalog));
  }

  private Telling life(String name, String kind, List<SampleStory> among, Duration pace) {
    SampleStory found =
        StoryCatalog.named(name, among)
            .orElseThrow(() -> unknown(kind, name, among.stream().map(SampleStory::name).toList()));
    if (orderId != null && !found.isAboutOrder()) {
      throw misuse(found.name() + " is about no order: leave out --order-id");
    }
    return Telling.of(found, orderId, pace);
  }

  private SampleEvent sample(String name, StoryCatalog catalog) {
    SampleEvent sample = catalog.event(name).orElseThrow(() -> unknownEvent(name, catalog));
    if (orderId == null) {
      return sample;
    }
    if (!sample.isAboutOrder()) {
      throw misuse(sample.event() + " is about no order: leave out --order-id");
    }
    return sample.withOrderId(orderId);
  }

  private ParameterException unknownEvent(String name, StoryCatalog catalog) {
    if (StoryCatalog.named(name, catalog.stories()).isPresent()) {
      return misuse("%s is a story: --story %s tells it".formatted(name, name));
    }
    if (StoryCatalog.named(name, catalog.mishaps()).isPresent()) {
      return misuse("%s is a mishap: --mishap %s lets it happen".formatted(name, name));
    }
    return unknown("event", name, catalog.events().stream().map(SampleEvent::event).toList());
  }

  private ParameterException unknown(String kind, String name, List<String> names) {
    String hint = new Likeness(name).hint(names);
    return misuse("There is no %s %s%s (--list shows them all)".formatted(kind, name, hint));
  }

  private ParameterException misuse(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
