package dev.rampline.benchmark.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The results of a run. */
public record BenchmarkReport(Machine machine, List<BenchmarkResult> results) {
  /** The name of the plot, which the report shows. */
  static final String PLOT = "cpu.svg";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public BenchmarkReport {
    results = List.copyOf(results);
  }

  /** Writes {@code report.md}, {@code report.json} and the plot into a folder. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Optional<String> plot = BarPlot.of(results);
    Files.writeString(folder.resolve("report.md"), MarkdownReport.of(this, plot.isPresent()));
    Files.writeString(folder.resolve("report.json"), json() + "\n");
    if (plot.isPresent()) {
      Files.writeString(folder.resolve(PLOT), plot.get());
    }
  }

  private String json() throws IOException {
    ObjectNode report = JSON.createObjectNode();
    report.set("machine", JSON.valueToTree(machine));
    ObjectNode benchmarks = report.putObject("benchmarks");
    for (BenchmarkResult result : results) {
      ArrayNode rows = benchmarks.putArray(result.name());
      result.rows().forEach(row -> add(rows.addObject(), result, row));
    }
    return JSON.writeValueAsString(report);
  }

  private static void add(ObjectNode json, BenchmarkResult result, Figure row) {
    json.put("situation", row.situation()).put("measure", row.measure()).put("unit", row.unit());
    for (String variant : result.variants()) {
      result
          .find(row, variant)
          .ifPresent(
              figure ->
                  json.putObject(variant)
                      .put("value", figure.value())
                      .put("least", figure.least())
                      .put("greatest", figure.greatest()));
    }
    ObjectNode ratios = json.putObject("ratios");
    for (String variant : result.variants()) {
      result.ratio(row, variant).ifPresent(ratio -> ratios.put(variant, ratio));
    }
  }
}
