package dev.rampline.cli;

import dev.rampline.devkit.samples.NameSimilarity;
import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.samples.SampleScenario;
import dev.rampline.devkit.samples.ScenarioCatalog;
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
final class EventSelection {
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
      completionCandidates = SampleNames.Scenarios.class,
      description = "Instead of one event the whole life of a new order or customer: see --list.")
  private @Nullable String story;

  @Option(
      names = "--mishap",
      paramLabel = "MISHAP",
      completionCandidates = SampleNames.FaultScenarios.class,
      description = "A life in which something goes wrong on the way: see --list.")
  private @Nullable String mishap;

  @Option(
      names = "--order-id",
      paramLabel = "ID",
      description = "The order that it is about (default: the sample's; for a story a new one).")
  private @Nullable String orderId;

  /** What is asked for; a story is about a new subject each time that it is asked for. */
  SendPlan plan(ScenarioCatalog catalog, Duration pace) {
    if (Stream.of(event, story, mishap).filter(Objects::nonNull).count() != 1) {
      throw usageError("Give one EVENT, one --story or one --mishap: see --list");
    }
    if (story != null) {
      return scenario(story, "story", catalog.scenarios(), pace);
    }
    return mishap != null
        ? scenario(mishap, "mishap", catalog.faultScenarios(), pace)
        : SendPlan.of(sample(String.valueOf(event), catalog));
  }

  private SendPlan scenario(String name, String kind, List<SampleScenario> among, Duration pace) {
    SampleScenario found =
        ScenarioCatalog.find(name, among)
            .orElseThrow(
                () -> unknown(kind, name, among.stream().map(SampleScenario::name).toList()));
    if (orderId != null && !found.isAboutOrder()) {
      throw usageError(found.name() + " is about no order: leave out --order-id");
    }
    return SendPlan.of(found, orderId, pace);
  }

  private SampleEvent sample(String name, ScenarioCatalog catalog) {
    SampleEvent sample = catalog.event(name).orElseThrow(() -> unknownEvent(name, catalog));
    if (orderId == null) {
      return sample;
    }
    if (!sample.isAboutOrder()) {
      throw usageError(sample.event() + " is about no order: leave out --order-id");
    }
    return sample.withOrderId(orderId);
  }

  private ParameterException unknownEvent(String name, ScenarioCatalog catalog) {
    if (ScenarioCatalog.find(name, catalog.scenarios()).isPresent()) {
      return usageError("%s is a story: --story %s tells it".formatted(name, name));
    }
    if (ScenarioCatalog.find(name, catalog.faultScenarios()).isPresent()) {
      return usageError("%s is a mishap: --mishap %s lets it happen".formatted(name, name));
    }
    return unknown("event", name, catalog.events().stream().map(SampleEvent::event).toList());
  }

  private ParameterException unknown(String kind, String name, List<String> names) {
    String hint = new NameSimilarity(name).hint(names);
    return usageError("There is no %s %s%s (--list shows them all)".formatted(kind, name, hint));
  }

  private ParameterException usageError(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
