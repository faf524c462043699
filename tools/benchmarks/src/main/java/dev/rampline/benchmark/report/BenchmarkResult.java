package dev.rampline.benchmark.report;

import java.util.List;
import java.util.Optional;

/**
 * The figures of one benchmark.
 *
 * @param name the name of the benchmark on the command line
 * @param description what it measures
 */
public record BenchmarkResult(String name, String description, List<Figure> figures) {
  public BenchmarkResult {
    figures = List.copyOf(figures);
  }

  /** Returns the variants, the one that runs in production first. */
  List<String> variants() {
    return figures.stream().map(Figure::variant).distinct().toList();
  }

  /** Returns one figure for each situation and measure, in the order of the measurement. */
  List<Figure> rows() {
    return figures.stream()
        .filter(
            figure ->
                figures.stream()
                    .filter(figure::isComparableWith)
                    .limit(1)
                    .toList()
                    .contains(figure))
        .toList();
  }

  /** Returns the figure of a variant in a row. */
  Optional<Figure> find(Figure row, String variant) {
    return figures.stream()
        .filter(figure -> figure.isComparableWith(row) && figure.variant().equals(variant))
        .findFirst();
  }

  /** Returns the ratio of production to a baseline, if both were measured. */
  Optional<Double> ratio(Figure row, String baseline) {
    return find(row, Figure.PRODUCTION)
        .flatMap(
            production ->
                find(row, baseline)
                    .filter(other -> !baseline.equals(Figure.PRODUCTION) && other.value() != 0)
                    .map(other -> production.value() / other.value()));
  }
}
