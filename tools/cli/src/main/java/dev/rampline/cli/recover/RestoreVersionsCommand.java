package dev.rampline.cli.recover;

import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.operations.recovery.RecoverySummary;
import dev.rampline.operations.recovery.VersionRestore;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Raises the versions of a ledger that was restored from a backup. */
@Command(
    name = "restore-versions",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Raise every record's version after a restore from a backup.",
      "Consumers skip messages that are not newer than what they have handled. This command raises"
          + " every version to a floor beyond what was sent before the restore; the relay then sends"
          + " the current state of each record. With --from it first copies the records that the"
          + " ledger lacks from a restored table. You can run it again with the same floor at any"
          + " time: it changes nothing twice. docs/runbook.md describes the whole procedure.",
      "On AWS it needs --yes.",
      "Exits 0 if all records were raised, 1 if some were not, 2 if the arguments are invalid."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline restore-versions",
      "  ./rampline restore-versions --from restored --stack rampline --yes",
      "  ./rampline restore-versions --floor 1795000000 --stack rampline --yes"
    })
public final class RestoreVersionsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private RecoveryOptions recovery = new RecoveryOptions();

  @Option(
      names = "--from",
      paramLabel = "TABLE",
      description = "Copy the records that the ledger lacks from this table.")
  private @Nullable String from;

  @Option(names = "--yes", description = "Confirm the change on AWS.")
  private boolean confirmed;

  /** Grows faster than any version: a record would need more than one version a second. */
  private int floor = Math.toIntExact(Instant.now().getEpochSecond());

  @Option(
      names = "--floor",
      paramLabel = "N",
      description =
          "Raise versions below N to N. Use the value of the parameter FirstVersion. Default: the"
              + " current time in seconds since 1970.")
  void setFloor(int version) {
    if (version < 1) {
      throw new ParameterException(spec.commandLine(), "--floor must be at least 1");
    }
    floor = version;
  }

  @Override
  public Integer call() {
    if (recovery.installation().isStack() && !confirmed) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("This writes every record and sends a message about each. Add --yes to start.");
      err.flush();
      return 1;
    }
    return recovery.run(
        (clients, options) -> {
          RecoverySummary summary = new VersionRestore(clients, from, floor, options).run();
          return () -> print(summary);
        });
  }

  private int print(RecoverySummary summary) {
    PrintWriter out = spec.commandLine().getOut();
    if (!recovery.json()) {
      out.printf("floor    %d%n", floor);
    }
    int code = recovery.print(summary, "raised", JsonLines.object().put("floor", floor));
    if (summary.stopReason() != null && !recovery.json()) {
      PrintWriter err = spec.commandLine().getErr();
      err.printf("Run it again with --floor %d.%n", floor);
      err.flush();
    }
    return code;
  }
}
