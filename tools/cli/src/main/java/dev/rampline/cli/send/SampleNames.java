package dev.rampline.cli.send;

import dev.rampline.samples.SampleEvent;
import dev.rampline.samples.SampleScenario;
import dev.rampline.samples.ScenarioCatalog;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** The names that shells complete. They are read only when a shell needs them. */
abstract class SampleNames implements Iterable<String> {
  private final Function<ScenarioCatalog, List<String>> names;

  private SampleNames(Function<ScenarioCatalog, List<String>> names) {
    this.names = names;
  }

  @Override
  public final Iterator<String> iterator() {
    return names.apply(new ScenarioCatalog()).iterator();
  }

  /** Names of events. */
  static final class Events extends SampleNames {
    Events() {
      super(catalog -> catalog.events().stream().map(SampleEvent::event).distinct().toList());
    }
  }

  /** Names of scenarios. */
  static final class Scenarios extends SampleNames {
    Scenarios() {
      super(catalog -> catalog.all().stream().map(SampleScenario::name).toList());
    }
  }
}
