package dev.rampline.devkit.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.devkit.recovery.Site;
import dev.rampline.devkit.recovery.Tally;
import dev.rampline.devkit.recovery.Tempo;
import dev.rampline.devkit.recovery.Terms;
import dev.rampline.devkit.stack.LocalEnvironment;
import dev.rampline.time.Pause;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What the ways back have in common: where, how fast, and how it is told. */
final class Recovery {
  private static final String TEMPLATES_DEFAULT = "production";

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

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description =
          "What the parameter Environment of the stack's template is, as it stands in every message."
              + " Default: "
              + TEMPLATES_DEFAULT
              + ", and on this machine "
              + LocalEnvironment.ENVIRONMENT
              + ".")
  private @Nullable String environment;

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  boolean json() {
    return json;
  }

  /**
   * Does it there, and then tells what came of it, as the work's outcome does; returns the exit
   * code. A signal ends it as a fault would.
   */
  int at(BiFunction<Site, Terms, IntSupplier> work) {
    AtomicReference<@Nullable Tally> newest = new AtomicReference<>();
    Signalled operator = new Ending().with(new Signalled(newest::set));
    try {
      return outcome(work, operator, newest).getAsInt();
    } finally {
      operator.release();
    }
  }

  private IntSupplier outcome(
      BiFunction<Site, Terms, IntSupplier> work,
      Signalled operator,
      AtomicReference<@Nullable Tally> newest) {
    Tempo tempo = new Tempo(rate, System::nanoTime, Pause.real());
    Terms terms = new Terms(environment(), InstantSource.system(), tempo, operator);
    try (Progress _ = Progress.of(() -> text(newest.get()))) {
      return place.at(site -> work.apply(site, terms));
    }
  }

  private static String text(@Nullable Tally tally) {
    if (tally == null) {
      return "Looking";
    }
    return "%d sent%s".formatted(tally.sent(), tally.at() == null ? "" : " up to " + tally.at());
  }

  /**
   * A wrong one would send other bytes under ids that consumers know, so none is taken silently.
   */
  private String environment() {
    if (environment != null) {
      return environment;
    }
    if (!place.isAws()) {
      return LocalEnvironment.ENVIRONMENT;
    }
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "Messages will say %s; if the stack's parameter Environment is another, give it by"
            + " --environment.%n",
        TEMPLATES_DEFAULT);
    err.flush();
    return TEMPLATES_DEFAULT;
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
