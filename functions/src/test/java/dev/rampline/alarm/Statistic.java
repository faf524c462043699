package dev.rampline.alarm;

import java.util.List;
import java.util.OptionalDouble;

/** A CloudWatch statistic over the values of one period. */
enum Statistic {
  SUM,
  AVERAGE,
  MAXIMUM,
  MINIMUM,
  SAMPLECOUNT,
  P99,

  /** The number of zeros if they are more than half of the values, else zero. */
  MOSTLY_ZERO;

  private static final double FRACTION_99 = 0.99;

  /** Returns the statistic, or empty if there is no data. */
  OptionalDouble of(List<Double> values) {
    return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(value(values));
  }

  private double value(List<Double> values) {
    return switch (this) {
      case SUM -> values.stream().mapToDouble(value -> value).sum();
      case AVERAGE -> values.stream().mapToDouble(value -> value).average().orElseThrow();
      case MAXIMUM -> values.stream().mapToDouble(value -> value).max().orElseThrow();
      case MINIMUM -> values.stream().mapToDouble(value -> value).min().orElseThrow();
      case SAMPLECOUNT -> values.size();
      case P99 -> percentile(values);
      case MOSTLY_ZERO -> mostlyZero(values);
    };
  }

  private static double mostlyZero(List<Double> values) {
    long zeros = values.stream().filter(value -> value == 0).count();
    return 2 * zeros > values.size() ? zeros : 0;
  }

  private static double percentile(List<Double> values) {
    int rank = (int) Math.ceil(FRACTION_99 * values.size());
    return values.stream().sorted().toList().get(rank - 1);
  }
}
