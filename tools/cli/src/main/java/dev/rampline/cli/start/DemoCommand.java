package dev.rampline.cli.start;

import dev.rampline.cli.options.EmulatorDataOptions;
import dev.rampline.cli.options.EnumNames;
import dev.rampline.cli.options.FaultOptions;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.ProgressLine;
import dev.rampline.demo.DemoFault;
import dev.rampline.demo.DemoPlan;
import dev.rampline.demo.DemoReport;
import dev.rampline.demo.DemoRun;
import dev.rampline.demo.ReportJson;
import dev.rampline.demo.ReportTable;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs an end-to-end demo on free ports and verifies the results. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Run an end-to-end demo and verify the results.",
      "Starts the whole system on free ports and compares the results with the expected state. The"
          + " emulated provider repeats, reorders and retries its webhooks, sends socket events"
          + " and answers its API. An attacker forges webhooks and socket events. Exits 1 if an"
          + " event is lost or doubled, a record is wrong, or a forgery is accepted."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline demo",
      "  ./rampline demo --orders 1000 --seed 7 --drop-webhooks 20",
      "  ./rampline demo --break lose"
    })
public final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private EmulatorDataOptions emulatorData = new EmulatorDataOptions();

  @Option(
      names = "--drop-webhooks",
      paramLabel = "PERCENT",
      description = {
        "Drop this percentage of webhooks. Events that only webhooks report are not dropped:"
            + " refunds and most KYC events."
      })
  private @Nullable Integer droppedWebhooks;

  @Option(
      names = "--cut-socket",
      paramLabel = "TIMES",
      description = "Cut the socket connections this many times.")
  private @Nullable Integer socketCuts;

  @Mixin private FaultOptions faults = new FaultOptions();

  @Option(
      names = "--break",
      paramLabel = "FAULT",
      completionCandidates = EnumNames.DemoFaults.class,
      description = "Inject a real fault that the demo must find: ${COMPLETION-CANDIDATES}.")
  private @Nullable DemoFault injectedFault;

  @Option(names = "--json", description = "Print the results as one line of JSON.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    DemoPlan plan = plan();
    DemoReport report = report(plan);
    print(report, plan);
    return report.findings().hasNoProblems() ? 0 : 1;
  }

  private static DemoReport report(DemoPlan plan) throws InterruptedException {
    DemoProgressText steps = new DemoProgressText();
    try (ProgressLine _ = ProgressLine.of(steps::text);
        DemoEnvironment environment = DemoEnvironment.start(plan)) {
      return new DemoRun(environment.target(), plan).run(steps);
    }
  }

  private DemoPlan plan() {
    faults.set("webhook.drop", droppedWebhooks);
    faults.set("socket.cut", socketCuts);
    return new DemoPlan(emulatorData.orders(), emulatorData.seed(), faults.faults(), injectedFault);
  }

  private void print(DemoReport report, DemoPlan plan) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ReportJson.of(report));
    } else {
      out.print(ReportTable.of(report));
      out.println();
      out.print(DemoVerdict.of(report, plan));
    }
    out.flush();
  }
}
