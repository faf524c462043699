package dev.rampline.cli;

import dev.rampline.devstack.RunningDevStack;
import dev.rampline.operations.doctor.DiagnosticReport;
import dev.rampline.operations.doctor.Installation;
import dev.rampline.operations.doctor.LocalInstallation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Examines an installation. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Look whether an installation is as it should be.",
      "That is its stores, keys, functions, alarms, webhook URL, provider and clock. It says what is"
          + " wrong and how to mend it, changes nothing, and prints no key.",
      "Without --stack it looks at a running ./rampline dev or stores; RAMPLINE_KEYS and all that"
          + " begins with RAMPLINE_PROVIDER_ are honoured. An empty delivery is posted to the"
          + " webhook URL, and counts there as refused.",
      "Exits 0 if nothing is wrong (there may be warnings), 1 if something is, 2 if the command"
          + " line makes no sense."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline doctor",
      "  ./rampline doctor --stack rampline --profile staging --region eu-central-1",
      "  ./rampline doctor --json | grep '\"fail\"'"
    })
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private PortOffset portOffset = new PortOffset();

  @ArgGroup(exclusive = false, heading = "%nOn AWS:%n")
  private @Nullable StackOptions stack;

  @Option(names = "--json", description = "Print one line of JSON for each finding.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    try (Installation installation = stack == null ? local() : stack.installation()) {
      DiagnosticReport examination = runChecks(installation);
      DoctorReport report = new DoctorReport(spec.commandLine().getOut());
      if (json) {
        report.printJson(examination);
      } else {
        report.print(examination);
      }
      return examination.isHealthy() ? 0 : 1;
    }
  }

  private static DiagnosticReport runChecks(Installation installation) throws InterruptedException {
    try (ProgressLine _ = ProgressLine.of("Looking at it")) {
      return installation.runChecks();
    }
  }

  private Installation local() {
    Optional<RunningDevStack> running =
        RunningDevStack.find(ProjectHome.path(), portOffset.value());
    Map<String, String> variables = CommandVariables.of(portOffset.ports(), running);
    running.ifPresent(dev -> variables.putIfAbsent("RAMPLINE_KEYS", dev.keys().document()));
    return new LocalInstallation(portOffset.ports(), variables, running);
  }
}
