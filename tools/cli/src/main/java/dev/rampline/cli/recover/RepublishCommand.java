package dev.rampline.cli.recover;

import dev.rampline.cli.options.SubjectConverter;
import dev.rampline.cli.options.Version;
import dev.rampline.event.Subject;
import dev.rampline.operations.recovery.RecoverySummary;
import dev.rampline.operations.recovery.Republish;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sends the current messages of records again. */
@Command(
    name = "republish",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Send the current messages of records again.",
      "Sends them to the events queue, and to the topic if the stack has further consumers, with"
          + " their original message ids, but with new deduplication ids, so that AWS accepts them."
          + " You can run it at any time. If it stops early it prints its position; resume with"
          + " --after.",
      "Exits 0 if all messages were sent, 1 if some were not, 2 if the arguments are invalid."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline republish --subject order/OZZOBiT-order-abc",
      "  ./rampline republish --since 2026-11-21T08:00:00Z --stack rampline-staging",
      "  ./rampline republish --all --rate 200 --after order/OZZOBiT-order-abc"
    })
public final class RepublishCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private RecoveryOptions recovery = new RecoveryOptions();

  @ArgGroup(multiplicity = "1")
  private Selection selection = new Selection();

  @Option(
      names = "--after",
      paramLabel = "SUBJECT",
      description = "Resume an earlier run with the same options after this subject.")
  private @Nullable String after;

  /** Selects the records: exactly one of these options. */
  static final class Selection {
    @Option(
        names = "--subject",
        paramLabel = "SUBJECT",
        converter = SubjectConverter.class,
        description = "Send the message of this subject.")
    private @Nullable Subject subject;

    @Option(
        names = "--since",
        paramLabel = "TIME",
        description = "Send the messages of records written since this time (ISO 8601, in UTC).")
    private @Nullable Instant since;

    @Option(names = "--all", description = "Send the messages of all records.")
    @SuppressWarnings("UnusedVariable") // The option only satisfies the group.
    private boolean all;
  }

  @Override
  public Integer call() {
    if (selection.subject != null && after != null) {
      throw new ParameterException(spec.commandLine(), "--after needs --since or --all");
    }
    return recovery.run(
        (clients, options) -> {
          RecoverySummary summary = run(new Republish(clients, options));
          return () -> print(summary);
        });
  }

  private int print(RecoverySummary summary) {
    int code = recovery.print(summary);
    if (summary.stopReason() != null && summary.position() != null && !recovery.json()) {
      spec.commandLine().getErr().printf("Resume with --after '%s'.%n", summary.position());
      spec.commandLine().getErr().flush();
    }
    return code;
  }

  private RecoverySummary run(Republish republish) {
    if (selection.subject != null) {
      return republish.sendSubject(selection.subject);
    }
    return republish.sendSince(selection.since == null ? Instant.MIN : selection.since, after);
  }
}
