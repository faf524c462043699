package dev.rampline.cli;

import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.samples.SampleScenario;
import dev.rampline.devkit.samples.ScenarioCatalog;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** The names of what can be sent, for shells that complete them; read only when they are asked. */
abstract class SampleNames implements Iterable<String> {
  private final Function<ScenarioCatalog, List<String>> names;

  private SampleNames(Function<ScenarioCatalog, List<String>> names) {
    this.names = names;
  }

  @Override
  public final Iterator<String> iterator() {
    return names.apply(new ScenarioCatalog()).iterator();
  }

  /** Of events. */
  static final class Events extends SampleNames {
    Events() {
      super(all -> all.events().stream().map(SampleEvent::event).distinct().toList());
    }
  }

  /** Of stories. */
  static final class Scenarios extends SampleNames {
    Scenarios() {
      super(all -> all.scenarios().stream().map(SampleScenario::name).toList());
    }
  }

  /** Of mishaps. */
  static final class FaultScenarios extends SampleNames {
    FaultScenarios() {
      super(all -> all.faultScenarios().stream().map(SampleScenario::name).toList());
    }
  }
}
