package dev.rampline.cli.development;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.simulation.SimulationSummary;
import dev.rampline.simulation.defect.Defect;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Formats the results of simulations as text and as JSON. */
final class SimulationReport {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SimulationReport() {}

  static String text(SimulationSummary summary, @Nullable Defect defect) {
    String failure =
        summary
            .failure()
            .map(
                first ->
                    first.text() + "Repeat with: " + repeatCommand(first.seed(), defect) + "\n\n")
            .orElse("");
    return failure
        + String.format(
            Locale.ROOT,
            "%d seeds in %.1f s: %d failed.%n%d steps, %d versions; %s.%n",
            summary.seeds(),
            summary.time().toMillis() / 1000.0,
            summary.failed(),
            summary.steps(),
            summary.versions(),
            faults(summary));
  }

  static String json(SimulationSummary summary) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("seeds", summary.seeds())
        .put("failed", summary.failed())
        .put("steps", summary.steps())
        .put("versions", summary.versions())
        .put("milliseconds", summary.time().toMillis());
    ObjectNode faults = json.putObject("faults");
    summary.faults().forEach((fault, count) -> faults.put(name(fault), count));
    summary.failure().ifPresent(failure -> json.set("failure", MAPPER.valueToTree(failure)));
    return json.toString();
  }

  private static String repeatCommand(long seed, @Nullable Defect defect) {
    String broken = defect == null ? "" : " --break " + defect;
    return "./rampline simulate --seeds 1 --seed " + seed + broken;
  }

  private static String faults(SimulationSummary summary) {
    return summary.faults().entrySet().stream()
        .map(fault -> fault.getValue() + " " + name(fault.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String name(Enum<?> fault) {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
