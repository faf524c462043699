package dev.rampline.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Formats a report as Markdown. */
public final class MarkdownReport {
  private static final int MAX_RATIO = 100;

  private MarkdownReport() {}

  static String of(BenchmarkReport report, boolean plotted) {
    StringBuilder text = new StringBuilder("# Benchmarks\n\n").append(machine(report.machine()));
    if (plotted) {
      text.append("\n![CPU time per event](").append(BenchmarkReport.PLOT).append(")\n");
    }
    report.results().forEach(result -> text.append('\n').append(of(result)));
    return text.toString();
  }

  /** Returns the section of one benchmark. */
  public static String of(BenchmarkResult result) {
    List<String> baselines =
        result.variants().stream().filter(variant -> !variant.equals(Figure.PRODUCTION)).toList();
    List<String> header = new ArrayList<>(List.of("", "measure", Figure.PRODUCTION));
    header.addAll(baselines);
    baselines.forEach(baseline -> header.add("÷ " + baseline));
    StringBuilder text =
        new StringBuilder("## %s%n%n%s.%n%n".formatted(result.name(), result.description()))
            .append(line(header))
            .append(line(header.stream().map(column -> "---").toList()));
    String situation = "";
    for (Figure row : result.rows()) {
      List<String> cells = new ArrayList<>();
      cells.add(row.situation().equals(situation) ? "" : row.situation());
      cells.add(row.measure());
      cells.add(cell(result, row, Figure.PRODUCTION));
      baselines.forEach(baseline -> cells.add(cell(result, row, baseline)));
      baselines.forEach(
          baseline -> cells.add(result.ratio(row, baseline).map(MarkdownReport::ratio).orElse("")));
      text.append(line(cells));
      situation = row.situation();
    }
    return text.toString();
  }

  private static String machine(Machine machine) {
    return """
        Measured at %s on %d cores of %s with %d MB of memory; %s; Java %s; AWS SDK %s; load %s before the run.
        Each value is the median of its rounds; [report.json](report.json) has the least and the greatest too.
        """
        .formatted(
            machine.measuredAt(),
            machine.cores(),
            machine.processor(),
            machine.memoryMegabytes(),
            machine.kernel(),
            machine.java(),
            machine.awsSdk(),
            machine.load());
  }

  private static String cell(BenchmarkResult result, Figure row, String variant) {
    return result
        .find(row, variant)
        .map(figure -> (number(figure.value()) + " " + figure.unit()).strip())
        .orElse("");
  }

  private static String ratio(double ratio) {
    return ratio > MAX_RATIO ? "> " + MAX_RATIO : number(ratio);
  }

  private static String number(double value) {
    String format = value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, value > 0 && value < 0.1 ? "%.3f" : format, value);
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
