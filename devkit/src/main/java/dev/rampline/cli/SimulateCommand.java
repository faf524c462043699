package dev.rampline.cli;

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

/** Plays simulated lives of the whole system. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Play simulated lives of the whole system, and check each.",
      "The functions' and the subscriber's own code runs on simulated time, against a simulated"
          + " provider and AWS, with crashes, lost answers, outages, races and lost webhooks; nothing"
          + " may be lost, made up, left or leaked.",
      "Every seed is a life of its own, the same each time. Exits 1 if one does not hold, and tells"
          + " the least that leads there."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline simulate --seeds 1000",
      "  ./rampline simulate --seeds 1 --seed 4711",
      "  ./rampline simulate --seeds 100 --break no-relay"
    })
final class SimulateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many seeds to play. Default: ${DEFAULT-VALUE}.")
  private int seeds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The first of them. Default: ${DEFAULT-VALUE}.")
  private long first;

  @Option(
      names = "--break",
      paramLabel = "DEFECT",
      description = "Put a defect in, to see it found: ${COMPLETION-CANDIDATES}.")
  private @Nullable Defect defect;

  @Option(names = "--json", description = "Print the outcome as one line of JSON.")
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
      throw new ParameterException(spec.commandLine(), "--seeds wants at least 1");
    }
    AtomicInteger played = new AtomicInteger();
    try (ProgressLine _ =
        ProgressLine.of(() -> "%d of %d seeds played".formatted(played.get(), seeds))) {
      return new SimulationBatch(defect).run(first, seeds, played::set);
    }
  }
}
