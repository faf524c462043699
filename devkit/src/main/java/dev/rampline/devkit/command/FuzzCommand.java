package dev.rampline.devkit.command;

import dev.rampline.bench.fuzz.Target;
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
      "Put inputs that nobody thought of into what takes in a stranger's bytes, and check that no"
          + " property breaks.",
      "It begins with the corpus in bench/corpus, and keeps what it learns in .rampline/fuzz. Exits"
          + " 1 with the first finding."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline fuzz verifier --minutes 10",
      "  ./rampline fuzz verifier --replay .rampline/fuzz/verifier/findings/crash-…"
    })
final class FuzzCommand implements Callable<Integer> {
  private static final double LONGEST_MINUTES = 10_000;
  private static final int SECONDS_OF_A_MINUTE = 60;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "TARGET",
      converter = TargetNames.class,
      completionCandidates = TargetNames.class,
      description = "What to fuzz: ${COMPLETION-CANDIDATES}.")
  private Target target = Target.VERIFIER;

  private Duration length = Duration.ZERO;

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
    if (!(minutes > 0 && minutes <= LONGEST_MINUTES)) {
      throw new ParameterException(
          spec.commandLine(), "--minutes wants more than 0, and 10000 at most");
    }
    length = Duration.ofSeconds(Math.max(1, Math.round(minutes * SECONDS_OF_A_MINUTE)));
  }

  @Override
  public Integer call() throws IOException {
    return replay == null ? fuzz() : replay(replay);
  }

  private int fuzz() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Fuzzing " + target.description() + " for " + length.toSeconds() + " s.");
    out.flush();
    try (FuzzRun run = FuzzRun.start(target, length)) {
      new FuzzProgress(out, length).follow(run);
      out.println(run.summary());
      Optional<Path> finding = run.finding();
      finding.ifPresent(found -> tell(found, run.trace()));
      return finding.isEmpty() ? 0 : 1;
    } finally {
      out.flush();
    }
  }

  private void tell(Path found, String trace) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(trace);
    out.println("Saved as " + found);
    out.println("Again: ./rampline fuzz " + target.text() + " --replay " + found);
  }

  private int replay(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(spec.commandLine(), "There is no file " + file);
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      target.make().check(Files.readAllBytes(file));
    } catch (Exception | Error finding) {
      finding.printStackTrace(out);
      out.flush();
      return 1;
    }
    out.println("No property breaks.");
    out.flush();
    return 0;
  }
}
