package dev.rampline.cli;

import dev.rampline.devkit.demo.DemoFault;
import dev.rampline.devkit.demo.DemoPlan;
import dev.rampline.devkit.demo.DemoReport;
import dev.rampline.devkit.demo.DemoRun;
import dev.rampline.devkit.demo.ReportJson;
import dev.rampline.devkit.demo.ReportTable;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Runs everything on free ports, lets the emulated provider loose on it, and judges the outcome.
 */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Run orders through everything, and judge what came of them.",
      "It starts everything on free ports and compares what came out with what is true. The provider is emulated: it repeats, reorders and retries its webhooks, talks on its"
          + " socket and answers its API, and somebody else forges webhooks and words on the"
          + " socket. Exits 1 if anything is lost, doubled, wrong or wrongly believed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline demo",
      "  ./rampline demo --orders 1000 --seed 7 --drop-webhooks 20",
      "  ./rampline demo --break lose"
    })
final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private EmulatorDataOptions emulatorData = new EmulatorDataOptions();

  @Option(
      names = "--drop-webhooks",
      paramLabel = "PERCENT",
      description = {
        "How many of the provider's words no webhook ever tells. What no other channel can tell"
            + " either is not dropped: refunds, and most of KYC."
      })
  private @Nullable Integer droppedWebhooks;

  @Option(
      names = "--cut-socket",
      paramLabel = "TIMES",
      description = "How often the socket's connections are cut.")
  private @Nullable Integer socketCuts;

  @Mixin private FaultOptions faults = new FaultOptions();

  @Option(
      names = "--break",
      paramLabel = "FAULT",
      completionCandidates = EnumNames.DemoFaults.class,
      description = "Make a real fault, to see it found: lose, double, wrong, believe or unasked.")
  private @Nullable DemoFault sabotage;

  @Option(names = "--json", description = "Print the outcome as one line of JSON.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    DemoReport report = report(plan());
    print(report);
    return report.findings().hasNoProblems() ? 0 : 1;
  }

  private static DemoReport report(DemoPlan plan) throws InterruptedException {
    DemoProgressText steps = new DemoProgressText();
    try (ProgressLine _ = ProgressLine.of(steps::text);
        DemoEnvironment stage = DemoEnvironment.start(plan)) {
      return new DemoRun(stage.target(), plan).run(steps);
    }
  }

  private DemoPlan plan() {
    faults.set("webhook.drop", droppedWebhooks);
    faults.set("socket.cut", socketCuts);
    return new DemoPlan(emulatorData.orders(), emulatorData.seed(), faults.faults(), sabotage);
  }

  private void print(DemoReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(ReportJson.of(report));
    } else {
      out.print(ReportTable.of(report));
    }
    out.flush();
  }
}
