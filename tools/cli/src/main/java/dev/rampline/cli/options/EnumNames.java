package dev.rampline.cli.options;

import dev.rampline.demo.DemoFault;
import dev.rampline.emulator.WebhookTransport;
import dev.rampline.invoke.PackagedFunction;
import dev.rampline.operations.recovery.DeadLetterQueue;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The constants of an enum as written on the command line. */
public abstract class EnumNames implements Iterable<String> {
  private final List<String> names;

  private EnumNames(Enum<?>... constants) {
    this.names =
        Stream.of(constants)
            .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
  }

  @Override
  public final Iterator<String> iterator() {
    return names.iterator();
  }

  /** Webhook transports. */
  static final class Transports extends EnumNames {
    Transports() {
      super(WebhookTransport.values());
    }
  }

  /** Dead-letter queues. */
  public static final class DeadLetterQueues extends EnumNames {
    DeadLetterQueues() {
      super(DeadLetterQueue.values());
    }
  }

  /** Functions that can be invoked. */
  public static final class Functions extends EnumNames {
    Functions() {
      super(PackagedFunction.values());
    }
  }

  /** Faults that the demo can inject. */
  public static final class DemoFaults extends EnumNames {
    DemoFaults() {
      super(DemoFault.values());
    }
  }
}
