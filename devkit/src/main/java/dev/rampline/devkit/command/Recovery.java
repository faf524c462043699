package dev.rampline.devkit.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.devkit.recovery.Tally;
import dev.rampline.devkit.recovery.Tempo;
import dev.rampline.time.Pause;
import java.io.PrintWriter;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What the ways back have in common: where, how fast, and how it is told. */
final class Recovery {
  /** Progress is told each time that so many more were sent. */
  private static final int STEP = 500;

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Mixin private Place place = new Place();

  private int rate = 50;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many a second are sent (default: ${DEFAULT-VALUE}).")
  void setRate(int perSecond) {
    if (perSecond < 1 || perSecond > 3000) {
      throw new ParameterException(spec.commandLine(), "--rate wants 1 to 3000");
    }
    rate = perSecond;
  }

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  Place place() {
    return place;
  }

  boolean json() {
    return json;
  }

  Tempo tempo() {
    return new Tempo(rate, System::nanoTime, Pause.real());
  }

  /** Tells now and then how far it is. */
  Consumer<Tally> progress() {
    PrintWriter err = spec.commandLine().getErr();
    int[] told = {0};
    return tally -> {
      if (tally.sent() / STEP > told[0]) {
        told[0] = tally.sent() / STEP;
        err.println(
            "%d sent …".formatted(tally.sent())
                + (tally.at() == null ? "" : " up to " + tally.at()));
        err.flush();
      }
    };
  }

  int print(Tally tally) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonLines.print(out, object(tally));
    } else {
      out.printf("sent     %d%n", tally.sent());
      tally.left().forEach(sentence -> out.printf("left     %s%n", sentence));
      if (tally.stoppedBy() != null) {
        out.printf("stopped  %s%n", tally.stoppedBy());
      }
      out.flush();
    }
    return tally.isWhole() ? 0 : 1;
  }

  private static ObjectNode object(Tally tally) {
    ObjectNode object = JsonLines.object().put("sent", tally.sent());
    ArrayNode left = object.putArray("left");
    tally.left().forEach(left::add);
    return object.put("at", tally.at()).put("stoppedBy", tally.stoppedBy());
  }
}
