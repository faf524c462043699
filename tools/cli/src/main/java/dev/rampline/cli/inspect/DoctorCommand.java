package dev.rampline.cli.inspect;

import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.cli.options.CommandVariables;
import dev.rampline.cli.options.InstallationOptions;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.ProgressLine;
import dev.rampline.devstack.DevKeys;
import dev.rampline.devstack.Ports;
import dev.rampline.devstack.RunningDevStack;
import dev.rampline.operations.doctor.DiagnosticReport;
import dev.rampline.operations.doctor.Installation;
import dev.rampline.operations.doctor.LocalInstallation;
import dev.rampline.operations.doctor.StackInstallation;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks an installation. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Check an installation and explain problems.",
      "Checks the stores, keys, functions, alarms, webhook URL, provider and clock. For each"
          + " problem it prints a remedy. It changes nothing and prints no keys.",
      "Without --stack it checks a running ./rampline dev or stores, and reads RAMPLINE_KEYS and"
          + " every variable that begins with RAMPLINE_PROVIDER_. It posts an empty request to the"
          + " webhook URL, which counts as a rejection.",
      "Exits 0 if no check failed (there may be warnings), 1 if a check failed, 2 if the arguments"
          + " are invalid."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline doctor",
      "  ./rampline doctor --stack rampline --profile staging --region eu-central-1",
      "  ./rampline doctor --json | grep '\"fail\"'"
    })
public final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private InstallationOptions options = new InstallationOptions();

  @Option(names = "--json", description = "Print one line of JSON for each finding.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    try (Installation installation =
        options.stack().<Installation>map(StackInstallation::new).orElseGet(this::local)) {
      DiagnosticReport report = runChecks(installation);
      DoctorReport printer = new DoctorReport(spec.commandLine().getOut());
      if (json) {
        printer.printJson(report);
      } else {
        printer.print(report);
      }
      return report.isHealthy() ? 0 : 1;
    }
  }

  private static DiagnosticReport runChecks(Installation installation) throws InterruptedException {
    try (ProgressLine _ = ProgressLine.of("Running checks")) {
      return installation.runChecks();
    }
  }

  private Installation local() {
    Optional<RunningDevStack> running = options.running();
    Ports ports = options.portOffset().ports();
    Map<String, String> variables = CommandVariables.of(ports, running);
    running.ifPresent(dev -> addKeys(variables, dev.keys()));
    return new LocalInstallation(
        InstallationOptions.local(ports), variables, running.map(RunningDevStack::webhookUrl));
  }

  /** Adds the keys of dev, which may be the published samples, if this command has none itself. */
  static void addKeys(Map<String, String> variables, DevKeys dev) {
    if (variables.putIfAbsent("RAMPLINE_KEYS", dev.document()) == null) {
      variables.putIfAbsent(KeysLocation.SAMPLE_KEYS, "accept");
    }
  }
}
