package dev.rampline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.fuzzing.FuzzTargetType;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes on fuzzing from the corpus. */
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Look for inputs that break a property.",
      "Inputs that nobody thought of are put into what takes in a stranger's bytes,"
          + " beginning with the corpus in bench/corpus. What it learns is kept in .rampline/fuzz."
          + " Exits 1 with the first finding."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline fuzz verifier --minutes 10",
      "  ./rampline fuzz verifier --replay .rampline/fuzz/verifier/findings/crash-…"
    })
final class FuzzCommand implements Callable<Integer> {
  private static final double MAX_MINUTES = 10_000;
  private static final Duration ONE_MINUTE = Duration.ofMinutes(1);
  private static final int SECONDS_PER_MINUTE = 60;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "TARGET",
      converter = TargetNames.class,
      completionCandidates = TargetNames.class,
      description = "What to fuzz: ${COMPLETION-CANDIDATES}.")
  private FuzzTargetType target = FuzzTargetType.VERIFIER;

  private Duration length = Duration.ZERO;

  @Option(names = "--json", description = "Print the outcome as one line of JSON.")
  private boolean json;

  @Option(
      names = "--replay",
      paramLabel = "FILE",
      description = "Only put in what that file holds, once, without the fuzzer.")
  private @Nullable Path replay;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "5",
      description = "How long to go on. Default: ${DEFAULT-VALUE}.")
  void setMinutes(double minutes) {
    if (!(minutes > 0 && minutes <= MAX_MINUTES)) {
      throw new ParameterException(
          spec.commandLine(), "--minutes wants more than 0, and 10000 at most");
    }
    length = Duration.ofSeconds(Math.max(1, Math.round(minutes * SECONDS_PER_MINUTE)));
  }

  @Override
  public Integer call() throws IOException {
    return replay == null ? fuzz() : replay(replay);
  }

  private int fuzz() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (!json) {
      out.println("Fuzzing " + target.description() + " for " + length.toSeconds() + " s.");
      out.flush();
    }
    try (FuzzRun run = FuzzRun.start(target, length)) {
      await(run);
      Optional<Path> finding = run.finding();
      if (json) {
        JsonLines.print(out, object(run, finding));
      } else {
        out.println(run.summary());
        finding.ifPresent(found -> printFinding(found, run.trace()));
        out.flush();
      }
      return finding.isEmpty() ? 0 : 1;
    }
  }

  private static void await(FuzzRun run) {
    try (ProgressLine _ = ProgressLine.of(run::state)) {
      while (!run.awaitExit(ONE_MINUTE)) {
        // The fuzzer ends by itself.
      }
    }
  }

  private ObjectNode object(FuzzRun run, Optional<Path> finding) {
    return JsonLines.object()
        .put("target", target.text())
        .put("seconds", length.toSeconds())
        .put("state", run.state())
        .put("finding", finding.map(Path::toString).orElse(null))
        .put("trace", finding.isEmpty() ? null : run.trace());
  }

  private void printFinding(Path found, String trace) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(trace);
    out.println("Saved as " + found);
    out.println("Again: ./rampline fuzz " + target.text() + " --replay " + found);
  }

  private int replay(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(spec.commandLine(), "There is no file " + file);
    }
    try {
      target.create().check(Files.readAllBytes(file));
    } catch (Exception | Error finding) {
      return reportFailure(finding);
    }
    print("No property breaks.", null);
    return 0;
  }

  private int reportFailure(Throwable finding) {
    StackTraceElement[] trace = finding.getStackTrace();
    print(finding.toString(), trace.length == 0 ? null : trace[0].toString());
    return FailurePrinter.print(
        new CommandFailure("A property breaks.", finding),
        spec.commandLine(),
        hasStacktraceOption());
  }

  private boolean hasStacktraceOption() {
    return Boolean.TRUE.equals(spec.root().findOption("--stacktrace").getValue());
  }

  private void print(String outcome, @Nullable String at) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonLines.print(out, JsonLines.object().put("outcome", outcome).put("at", at));
    } else {
      out.println(at == null ? outcome : outcome + System.lineSeparator() + "  at " + at);
      out.flush();
    }
  }
}
