package dev.rampline.cli.send;

import dev.rampline.samples.NameSimilarity;
import dev.rampline.samples.SampleEvent;
import dev.rampline.samples.SampleScenario;
import dev.rampline.samples.ScenarioCatalog;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Selects what to send: an event or a scenario. */
final class EventSelection {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "EVENT",
      arity = "0..1",
      completionCandidates = SampleNames.Events.class,
      description = "Send this event, given by its name or its sample's name: see --list.")
  private @Nullable String event;

  @Option(
      names = "--scenario",
      paramLabel = "NAME",
      completionCandidates = SampleNames.Scenarios.class,
      description = "Send all events of a scenario about a new order or customer: see --list.")
  private @Nullable String scenario;

  @Option(
      names = "--order-id",
      paramLabel = "ID",
      description =
          "Send events about this order (default: the sample's order; for a scenario, a new one).")
  private @Nullable String orderId;

  /** Returns the events to send. Each call creates a new subject for a scenario. */
  SendPlan plan(ScenarioCatalog catalog, Duration pace) {
    if ((event == null) == (scenario == null)) {
      throw usageError("Give one EVENT or one --scenario: see --list");
    }
    return scenario != null
        ? scenario(scenario, catalog, pace)
        : SendPlan.of(sample(String.valueOf(event), catalog));
  }

  private SendPlan scenario(String name, ScenarioCatalog catalog, Duration pace) {
    SampleScenario found =
        ScenarioCatalog.find(name, catalog.all())
            .orElseThrow(
                () ->
                    unknown(
                        "scenario",
                        name,
                        catalog.all().stream().map(SampleScenario::name).toList()));
    if (orderId != null && !found.isAboutOrder()) {
      throw usageError(found.name() + " has no order: remove --order-id");
    }
    return SendPlan.of(found, orderId, pace);
  }

  private SampleEvent sample(String name, ScenarioCatalog catalog) {
    SampleEvent sample = catalog.event(name).orElseThrow(() -> unknownEvent(name, catalog));
    if (orderId == null) {
      return sample;
    }
    if (!sample.isAboutOrder()) {
      throw usageError(sample.event() + " has no order: remove --order-id");
    }
    return sample.withOrderId(orderId);
  }

  private ParameterException unknownEvent(String name, ScenarioCatalog catalog) {
    if (ScenarioCatalog.find(name, catalog.all()).isPresent()) {
      return usageError("%s is a scenario: use --scenario %s".formatted(name, name));
    }
    return unknown("event", name, catalog.events().stream().map(SampleEvent::event).toList());
  }

  private ParameterException unknown(String kind, String name, List<String> names) {
    String hint = new NameSimilarity(name).hint(names);
    return usageError("Unknown %s %s%s (--list shows all)".formatted(kind, name, hint));
  }

  private ParameterException usageError(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
