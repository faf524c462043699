package dev.rampline.benchmark.report;

import java.util.Arrays;
import java.util.List;

/**
 * A measured figure.
 *
 * @param situation what was measured, such as the kind of the event
 * @param variant the code that was measured; {@link #PRODUCTION} or a baseline
 * @param measure what the value is
 * @param unit the unit of the value; empty for a number
 * @param value the median of the rounds
 * @param least the least of the rounds
 * @param greatest the greatest of the rounds
 */
public record Figure(
    String situation,
    String variant,
    String measure,
    String unit,
    double value,
    double least,
    double greatest) {
  /** The variant that runs in production. */
  public static final String PRODUCTION = "production";

  /** CPU time of the whole process for each event. */
  public static final String CPU = "CPU per event";

  /** Calls of AWS for each event, as the stub counted them. */
  public static final String CALLS = "AWS calls per event";

  /** Returns the figure of one measurement. */
  public static Figure of(
      String situation, String variant, String measure, String unit, double value) {
    return new Figure(situation, variant, measure, unit, value, value, value);
  }

  /** Returns the median of several measurements. */
  public static Figure median(
      String situation, String variant, String measure, String unit, double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Figure(
        situation,
        variant,
        measure,
        unit,
        (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2,
        sorted[0],
        sorted[sorted.length - 1]);
  }

  /** Returns the medians of runs that measured the same. */
  public static List<Figure> medians(List<List<Figure>> runs) {
    return runs.getFirst().stream()
        .map(
            first ->
                median(
                    first.situation,
                    first.variant,
                    first.measure,
                    first.unit,
                    runs.stream()
                        .flatMap(List::stream)
                        .filter(first::measuresTheSame)
                        .mapToDouble(Figure::value)
                        .toArray()))
        .toList();
  }

  /** Returns whether both figures have the same situation and measure, in whatever variant. */
  boolean isComparableWith(Figure other) {
    return situation.equals(other.situation) && measure.equals(other.measure);
  }

  private boolean measuresTheSame(Figure other) {
    return isComparableWith(other) && variant.equals(other.variant);
  }
}
