package dev.rampline.cli;

import dev.rampline.operations.recovery.DeadLetterQueue;
import dev.rampline.operations.recovery.RecoverySummary;
import dev.rampline.operations.recovery.Redrive;
import dev.rampline.operations.recovery.RunOptions;
import dev.rampline.operations.recovery.StoreClients;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sends dead letters to where they belong. */
@Command(
    name = "redrive",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Send dead letters to where they belong.",
      "Of what the relay could not send, the record's message as it is now goes to the events queue;"
          + " what the retry queue could not take, to the retry queue; what consumers failed on, to the events"
          + " queue.",
      "A letter is deleted once that has succeeded. Run it again after it was broken off, or as often"
          + " as you like: what comes twice has the id that its receiver knows.",
      "Exits 0 if all were sent, 1 if some were not, 2 if the command line makes no sense."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline redrive --from events --dry-run",
      "  ./rampline redrive --from relay --aws --environment production",
      "  ./rampline redrive --from retry --limit 10 --json"
    })
final class RedriveCommand implements Callable<Integer> {
  private static final int MAX_SHOWN_PER_SUBJECT = 10;

  @Spec private CommandSpec spec;
  @Mixin private RecoveryOptions recovery = new RecoveryOptions();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "QUEUE",
      completionCandidates = EnumNames.DeadLetterQueues.class,
      description = "${COMPLETION-CANDIDATES}: whose dead letters.")
  private DeadLetterQueue from = DeadLetterQueue.EVENTS;

  @Option(
      names = "--dry-run",
      description =
          "Name the letters, and leave them where they are. (Of one subject's events SQS shows ten"
              + " at a time.)")
  private boolean dryRun;

  private int limit = Integer.MAX_VALUE;

  @Option(names = "--limit", paramLabel = "N", description = "Send so many at most.")
  void setLimit(int most) {
    if (most < 1) {
      throw new ParameterException(spec.commandLine(), "--limit wants at least 1");
    }
    limit = most;
  }

  @Override
  public Integer call() {
    return recovery.run(this::redrive);
  }

  private IntSupplier redrive(StoreClients site, RunOptions terms) {
    Redrive redrive = new Redrive(from, site, terms);
    if (dryRun) {
      List<String> names = redrive.list(limit);
      return () -> print(names);
    }
    RecoverySummary tally = redrive.run(limit);
    return () -> recovery.print(tally);
  }

  private int print(List<String> names) {
    PrintWriter out = spec.commandLine().getOut();
    for (String name : names) {
      if (recovery.json()) {
        JsonLines.print(out, JsonLines.object().put("letter", name));
      } else {
        out.println(name);
      }
    }
    out.flush();
    if (from == DeadLetterQueue.EVENTS && names.size() >= MAX_SHOWN_PER_SUBJECT) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("Of one subject's events SQS shows ten at a time: there may be more.");
      err.flush();
    }
    return 0;
  }
}
