package dev.rampline.cli;

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

/** Sends the messages of records as they are now. */
@Command(
    name = "republish",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Send the messages of records again, as they are now.",
      "They go to the events queue with the ids that consumers know, but so that SQS does not take"
          + " them for sent. It may be done as often as you like. Broken off, it says where it was; --after goes on there.",
      "Exits 0 if all were sent, 1 if some were not, 2 if the command line makes no sense."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline republish --subject order/OZZOBiT-order-abc",
      "  ./rampline republish --since 2026-11-21T08:00:00Z --aws --environment staging",
      "  ./rampline republish --all --rate 200 --after order/OZZOBiT-order-abc"
    })
final class RepublishCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private RecoveryOptions recovery = new RecoveryOptions();

  @ArgGroup(multiplicity = "1")
  private Selection selection = new Selection();

  @Option(
      names = "--after",
      paramLabel = "SUBJECT",
      description = "Go on where an earlier run, with the same choice, was broken off.")
  private @Nullable String after;

  /** One of these. */
  static final class Selection {
    @Option(
        names = "--subject",
        paramLabel = "SUBJECT",
        converter = SubjectConverter.class,
        description = "That of one subject.")
    private @Nullable Subject subject;

    @Option(
        names = "--since",
        paramLabel = "TIME",
        description = "Those of all that were written since then (ISO 8601, in UTC).")
    private @Nullable Instant since;

    @Option(names = "--all", description = "Those of all.")
    @SuppressWarnings(
        "UnusedVariable") // One of the three has to be given; this is the one of no more.
    private boolean all;
  }

  @Override
  public Integer call() {
    if (selection.subject != null && after != null) {
      throw new ParameterException(spec.commandLine(), "--after goes with --since or --all");
    }
    return recovery.run(
        (site, terms) -> {
          RecoverySummary tally = run(new Republish(site, terms));
          return () -> print(tally);
        });
  }

  private int print(RecoverySummary tally) {
    int code = recovery.print(tally);
    if (tally.stopReason() != null && tally.position() != null && !recovery.json()) {
      spec.commandLine().getErr().printf("Go on with --after '%s'.%n", tally.position());
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
