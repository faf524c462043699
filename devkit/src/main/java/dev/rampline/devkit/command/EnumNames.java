package dev.rampline.devkit.command;

import dev.rampline.devkit.demo.Sabotage;
import dev.rampline.devkit.emulator.Transport;
import dev.rampline.devkit.invoke.PackagedFunction;
import dev.rampline.devkit.recovery.DeadQueue;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The constants of an enum as people write them. */
abstract class EnumNames implements Iterable<String> {
  private final List<String> names;

  private EnumNames(Enum<?>... constants) {
    this.names =
        Stream.of(constants).map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList();
  }

  @Override
  public final Iterator<String> iterator() {
    return names.iterator();
  }

  /** How a payload travels. */
  static final class Transports extends EnumNames {
    Transports() {
      super(Transport.values());
    }
  }

  /** Whose dead letters. */
  static final class DeadQueues extends EnumNames {
    DeadQueues() {
      super(DeadQueue.values());
    }
  }

  /** What can be invoked. */
  static final class Functions extends EnumNames {
    Functions() {
      super(PackagedFunction.values());
    }
  }

  /** What can be broken. */
  static final class Sabotages extends EnumNames {
    Sabotages() {
      super(Sabotage.values());
    }
  }
}
