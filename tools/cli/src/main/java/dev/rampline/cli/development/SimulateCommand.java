package dev.rampline.cli.development;

import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.ProgressLine;
import dev.rampline.simulation.SimulationBatch;
import dev.rampline.simulation.SimulationSummary;
import dev.rampline.simulation.defect.Defect;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs seeded simulations of the whole system. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Run seeded simulations and check the invariants.",
      "Runs the functions and the subscriber on simulated time, against a simulated"
          + " provider and simulated AWS services, with crashes, lost responses, outages, races and"
          + " lost webhooks.",
      "The same seed always gives the same run. Exits 1 if an invariant is violated, and prints the"
          + " shortest failing run."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline simulate --seeds 1000",
      "  ./rampline simulate --seeds 1 --seed 4711",
      "  ./rampline simulate --seeds 100 --break no-relay"
    })
public final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Run N seeds (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Start with this seed (default: ${DEFAULT-VALUE}).")
  private long first;

  @Option(
      names = "--break",
      paramLabel = "DEFECT",
      description = "Inject a defect that the checks must find: ${COMPLETION-CANDIDATES}.")
  private @Nullable Defect defect;

  @Option(names = "--json", description = "Print the results as one line of JSON.")
  private boolean json;

  @Override
  public Integer call() {
    SimulationSummary summary = simulate();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(SimulationReport.json(summary));
    } else {
      out.print(SimulationReport.text(summary, defect));
    }
    out.flush();
    return summary.failed() == 0 ? 0 : 1;
  }

  private SimulationSummary simulate() {
    if (seeds < 1) {
      throw new ParameterException(spec.commandLine(), "--seeds must be at least 1");
    }
    AtomicInteger completed = new AtomicInteger();
    try (ProgressLine _ =
        ProgressLine.of(() -> "%d of %d seeds run".formatted(completed.get(), seeds))) {
      return new SimulationBatch(defect).run(first, seeds, completed::set);
    }
  }
}
