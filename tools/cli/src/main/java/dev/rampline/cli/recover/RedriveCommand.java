package dev.rampline.cli.recover;

import dev.rampline.cli.options.EnumNames;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.operations.recovery.DeadLetterQueue;
import dev.rampline.operations.recovery.RecoverySummary;
import dev.rampline.operations.recovery.Redrive;
import dev.rampline.operations.recovery.RunOptions;
import dev.rampline.operations.recovery.StoreClients;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sends dead-lettered messages again. */
@Command(
    name = "redrive",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Send dead-lettered messages again.",
      "For the relay's dead-letter queue it sends the record's current message to the events"
          + " queue, and to the topic if the stack has further consumers. For the retry queue's it"
          + " sends the event to the retry queue. For the"
          + " quarantine it sends the payload to the retry queue, where the retry function decodes"
          + " it with today's code and settings; what still cannot be placed returns to the"
          + " quarantine. For the events queue's it sends the message to the events queue.",
      "It deletes a message from the dead-letter queue after a successful send. You can run it"
          + " again at any time: a message that is sent twice keeps its id.",
      "Exits 0 if all messages were sent, 1 if some were not, 2 if the arguments are invalid."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline redrive --from events --dry-run",
      "  ./rampline redrive --from relay --stack rampline --profile production",
      "  ./rampline redrive --from retry --limit 10 --json",
      "  ./rampline redrive --from quarantine"
    })
public final class RedriveCommand implements Callable<Integer> {
  private static final int MAX_SHOWN_PER_SUBJECT = 10;

  @Spec private CommandSpec spec;
  @Mixin private RecoveryOptions recovery = new RecoveryOptions();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "QUEUE",
      completionCandidates = EnumNames.DeadLetterQueues.class,
      description = "Read this dead-letter queue: ${COMPLETION-CANDIDATES}.")
  private DeadLetterQueue from = DeadLetterQueue.EVENTS;

  @Option(
      names = "--dry-run",
      description =
          "List the messages and do not move them. (SQS returns at most ten messages about one"
              + " subject.)")
  private boolean dryRun;

  private int limit = Integer.MAX_VALUE;

  @Option(names = "--limit", paramLabel = "N", description = "Send at most N messages.")
  void setLimit(int count) {
    if (count < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be at least 1");
    }
    limit = count;
  }

  @Override
  public Integer call() {
    return recovery.run(this::redrive);
  }

  private IntSupplier redrive(StoreClients clients, RunOptions options) {
    Redrive redrive = new Redrive(from, clients, options);
    if (dryRun) {
      List<String> names = redrive.list(limit);
      int held = names.isEmpty() ? redrive.heldElsewhere() : 0;
      return () -> print(names, held);
    }
    RecoverySummary summary = redrive.run(limit);
    return () -> print(summary);
  }

  private int print(RecoverySummary summary) {
    int code = recovery.print(summary);
    if (summary.sent() == 0 && summary.isComplete()) {
      printEmpty();
    }
    return code;
  }

  private void printEmpty() {
    if (!recovery.json()) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          from == DeadLetterQueue.QUARANTINE
              ? "The quarantine is empty."
              : "The dead-letter queue of %s is empty."
                  .formatted(from.name().toLowerCase(Locale.ROOT)));
      out.flush();
    }
  }

  private int print(List<String> names, int held) {
    PrintWriter out = spec.commandLine().getOut();
    if (held > 0) {
      throw new CommandFailure(
          "Another run, which may have been killed, holds messages: %d. Try again in a minute."
              .formatted(held));
    }
    if (names.isEmpty()) {
      printEmpty();
    }
    for (String name : names) {
      if (recovery.json()) {
        JsonLines.print(out, JsonLines.object().put("message", name));
      } else {
        out.println(name);
      }
    }
    out.flush();
    if (from == DeadLetterQueue.EVENTS && names.size() >= MAX_SHOWN_PER_SUBJECT) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("SQS returns at most ten messages about one subject: there may be more.");
      err.flush();
    }
    return 0;
  }
}
