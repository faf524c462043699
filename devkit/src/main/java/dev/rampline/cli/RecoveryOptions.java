package dev.rampline.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.devstack.LocalEnvironment;
import dev.rampline.operations.recovery.RateLimiter;
import dev.rampline.operations.recovery.RecoverySummary;
import dev.rampline.operations.recovery.RunOptions;
import dev.rampline.operations.recovery.StoreClients;
import dev.rampline.time.Sleeper;
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
final class RecoveryOptions {
  private static final String DEFAULT_ENVIRONMENT = "production";

  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Mixin private LedgerTargetOptions target = new LedgerTargetOptions();

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
              + DEFAULT_ENVIRONMENT
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
  int run(BiFunction<StoreClients, RunOptions, IntSupplier> work) {
    AtomicReference<@Nullable RecoverySummary> newest = new AtomicReference<>();
    SignalRunListener operator =
        new ShutdownHooks().closeOnExit(new SignalRunListener(newest::set));
    try {
      return outcome(work, operator, newest).getAsInt();
    } finally {
      operator.markDone();
    }
  }

  private IntSupplier outcome(
      BiFunction<StoreClients, RunOptions, IntSupplier> work,
      SignalRunListener operator,
      AtomicReference<@Nullable RecoverySummary> newest) {
    RateLimiter tempo = new RateLimiter(rate, System::nanoTime, Sleeper.system());
    RunOptions terms = new RunOptions(environment(), InstantSource.system(), tempo, operator);
    try (ProgressLine _ = ProgressLine.of(() -> text(newest.get()))) {
      return target.apply(site -> work.apply(site, terms));
    }
  }

  private static String text(@Nullable RecoverySummary tally) {
    if (tally == null) {
      return "Looking";
    }
    return "%d sent%s"
        .formatted(tally.sent(), tally.position() == null ? "" : " up to " + tally.position());
  }

  /**
   * A wrong one would send other bytes under ids that consumers know, so none is taken silently.
   */
  private String environment() {
    if (environment != null) {
      return environment;
    }
    if (!target.isAws()) {
      return LocalEnvironment.ENVIRONMENT;
    }
    PrintWriter err = spec.commandLine().getErr();
    err.printf(
        "Messages will say %s; if the stack's parameter Environment is another, give it by"
            + " --environment.%n",
        DEFAULT_ENVIRONMENT);
    err.flush();
    return DEFAULT_ENVIRONMENT;
  }

  int print(RecoverySummary tally) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonLines.print(out, object(tally));
    } else {
      out.printf("sent     %d%n", tally.sent());
      tally.notSent().forEach(sentence -> out.printf("left     %s%n", sentence));
      if (tally.stopReason() != null) {
        out.printf("stopped  %s%n", tally.stopReason());
      }
      out.flush();
    }
    return tally.isComplete() ? 0 : 1;
  }

  private static ObjectNode object(RecoverySummary tally) {
    ObjectNode object = JsonLines.object().put("sent", tally.sent());
    ArrayNode left = object.putArray("left");
    tally.notSent().forEach(left::add);
    return object.put("at", tally.position()).put("stoppedBy", tally.stopReason());
  }
}
