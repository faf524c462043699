package dev.rampline.devkit.command;

import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.samples.SampleStory;
import dev.rampline.devkit.samples.StoryCatalog;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** The names of what can be sent, for shells that complete them; read only when they are asked. */
abstract class SampleNames implements Iterable<String> {
  private final Function<StoryCatalog, List<String>> names;

  private SampleNames(Function<StoryCatalog, List<String>> names) {
    this.names = names;
  }

  @Override
  public final Iterator<String> iterator() {
    return names.apply(new StoryCatalog()).iterator();
  }

  /** Of events. */
  static final class Events extends SampleNames {
    Events() {
      super(all -> all.events().stream().map(SampleEvent::event).distinct().toList());
    }
  }

  /** Of stories. */
  static final class Stories extends SampleNames {
    Stories() {
      super(all -> all.stories().stream().map(SampleStory::name).toList());
    }
  }

  /** Of mishaps. */
  static final class Mishaps extends SampleNames {
    Mishaps() {
      super(all -> all.mishaps().stream().map(SampleStory::name).toList());
    }
  }
}
