package dev.rampline.benchmark.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Plots the CPU time per event as bars, for a light and a dark background. */
final class BarPlot {
  private static final int WIDTH = 760;
  private static final int LABELS = 250;
  private static final int VALUES = 60;
  private static final int BAR = 14;
  private static final int GAP = 12;
  private static final int TOP = 48;
  private static final int MAX_VARIANTS = 3;

  private static final String STYLE =
      """
      <style>
        text { font: 12px system-ui, sans-serif; fill: #24292f }
        .variant0 { fill: #0969da } .variant1 { fill: #8c959f } .variant2 { fill: #d0d7de }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 }
          .variant0 { fill: #58a6ff } .variant1 { fill: #6e7681 } .variant2 { fill: #484f58 }
        }
      </style>
      """;

  private final StringBuilder shapes = new StringBuilder();
  private final double greatest;
  private int y = TOP;

  private BarPlot(double greatest) {
    this.greatest = greatest;
  }

  /** Returns the plot as SVG, if a benchmark measured the CPU time. */
  static Optional<String> of(List<BenchmarkResult> results) {
    List<BenchmarkResult> plotted =
        results.stream().filter(result -> !rows(result).isEmpty()).toList();
    return plotted.stream()
        .flatMap(result -> result.figures().stream())
        .filter(figure -> figure.measure().equals(Figure.CPU))
        .map(Figure::value)
        .max(Double::compare)
        .map(greatest -> new BarPlot(greatest).plot(plotted));
  }

  private static List<Figure> rows(BenchmarkResult result) {
    return result.rows().stream().filter(row -> row.measure().equals(Figure.CPU)).toList();
  }

  private String plot(List<BenchmarkResult> results) {
    text(8, 20, "start", "CPU time per event in milliseconds");
    legend(results.getFirst().variants());
    for (BenchmarkResult result : results) {
      for (Figure row : rows(result)) {
        text(LABELS - 8, y + BAR - 2, "end", result.name() + ": " + row.situation());
        List<String> variants = result.variants();
        for (int index = 0; index < Math.min(variants.size(), MAX_VARIANTS); index++) {
          Optional<Figure> figure = result.find(row, variants.get(index));
          if (figure.isPresent()) {
            bar(index, figure.get().value());
          }
        }
        y += GAP;
      }
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="CPU time per event">
        %s%s</svg>
        """
        .formatted(WIDTH, y, WIDTH, y, STYLE, shapes);
  }

  private void legend(List<String> variants) {
    for (int index = 0; index < Math.min(variants.size(), MAX_VARIANTS); index++) {
      int x = LABELS + index * 120;
      rectangle(index, x, 28, BAR);
      text(x + BAR + 6, 39, "start", variants.get(index));
    }
  }

  private void bar(int variant, double value) {
    int length = (int) Math.max(1, Math.round(value / greatest * (WIDTH - LABELS - VALUES)));
    rectangle(variant, LABELS, y, length);
    text(LABELS + length + 6, y + BAR - 2, "start", String.format(Locale.ROOT, "%.2f", value));
    y += BAR + 1;
  }

  private void rectangle(int variant, int x, int top, int length) {
    shapes.append(
        "<rect class=\"variant%d\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>%n"
            .formatted(variant, x, top, length, BAR));
  }

  private void text(int x, int baseline, String anchor, String content) {
    shapes.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n"
            .formatted(x, baseline, anchor, content));
  }
}
