package dev.rampline.cli.recover;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.cli.options.InstallationOptions;
import dev.rampline.cli.options.SignalRunListener;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.cli.terminal.ProgressLine;
import dev.rampline.cli.terminal.ShutdownHooks;
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

/** Options that the recovery commands share. */
final class RecoveryOptions {
  @Spec(Target.MIXEE)
  CommandSpec spec;

  @Mixin private InstallationOptions installation = new InstallationOptions();

  private int rate = 50;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "50",
      description =
          "Send or write at most N messages or records a second (default: ${DEFAULT-VALUE}).")
  void setRate(int perSecond) {
    if (perSecond < 1 || perSecond > 3000) {
      throw new ParameterException(spec.commandLine(), "--rate must be 1 to 3000");
    }
    rate = perSecond;
  }

  @Option(names = "--json", description = "Print one line of JSON.")
  private boolean json;

  InstallationOptions installation() {
    return installation;
  }

  boolean json() {
    return json;
  }

  /**
   * Runs the work on the selected stores, prints its result, and returns the exit code. A signal
   * stops the work between two steps.
   */
  int run(BiFunction<StoreClients, RunOptions, IntSupplier> work) {
    AtomicReference<@Nullable RecoverySummary> latest = new AtomicReference<>();
    SignalRunListener listener =
        new ShutdownHooks().closeOnExit(new SignalRunListener(latest::set));
    try {
      return outcome(work, listener, latest).getAsInt();
    } finally {
      listener.markDone();
    }
  }

  private IntSupplier outcome(
      BiFunction<StoreClients, RunOptions, IntSupplier> work,
      SignalRunListener listener,
      AtomicReference<@Nullable RecoverySummary> latest) {
    RateLimiter limiter = new RateLimiter(rate, System::nanoTime, Sleeper.system());
    try (ProgressLine _ = ProgressLine.of(() -> text(latest.get()))) {
      RunOptions options =
          new RunOptions(installation.environment(), InstantSource.system(), limiter, listener);
      return installation.withStores(clients -> work.apply(clients, options));
    }
  }

  private static String text(@Nullable RecoverySummary summary) {
    if (summary == null) {
      return "Reading";
    }
    return "%d sent%s"
        .formatted(
            summary.sent(), summary.position() == null ? "" : " up to " + summary.position());
  }

  int print(RecoverySummary summary) {
    return print(summary, "sent", JsonLines.object());
  }

  /**
   * Prints the result and returns the exit code.
   *
   * @param done what was done to the counted records or messages, such as {@code sent}
   * @param object further members of the JSON output
   */
  int print(RecoverySummary summary, String done, ObjectNode object) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonLines.print(out, object(summary, done, object));
    } else {
      out.printf("%-8s %d%n", done, summary.sent());
      summary.notSent().forEach(sentence -> out.printf("not %s %s%n", done, sentence));
      summary.leftOut().forEach(sentence -> out.printf("left out %s%n", sentence));
      if (summary.stopReason() != null) {
        out.printf("stopped  %s%n", summary.stopReason());
      }
      out.flush();
    }
    return summary.isComplete() ? 0 : 1;
  }

  private static ObjectNode object(RecoverySummary summary, String done, ObjectNode object) {
    object.put(done, summary.sent());
    ArrayNode remaining = object.putArray("remaining");
    summary.notSent().forEach(remaining::add);
    return object.put("at", summary.position()).put("stoppedBy", summary.stopReason());
  }
}
