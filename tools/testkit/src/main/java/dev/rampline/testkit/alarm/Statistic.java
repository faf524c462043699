package dev.rampline.testkit.alarm;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** A CloudWatch statistic over the values of one period. */
enum Statistic {
  SUM,
  AVERAGE,
  MAXIMUM,
  MINIMUM,
  SAMPLECOUNT,
  P99;

  private static final double FRACTION_99 = 0.99;

  /** Returns the statistic with that name in a template. */
  static Statistic named(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Returns the statistic, or empty if there is no data. */
  OptionalDouble of(List<Double> values) {
    DoubleStream stream = values.stream().mapToDouble(value -> value).sorted();
    return values.isEmpty()
        ? OptionalDouble.empty()
        : switch (this) {
          case SUM -> OptionalDouble.of(stream.sum());
          case AVERAGE -> stream.average();
          case MAXIMUM -> stream.max();
          case MINIMUM -> stream.min();
          case SAMPLECOUNT -> OptionalDouble.of(values.size());
          case P99 -> stream.skip((long) Math.ceil(FRACTION_99 * values.size()) - 1).findFirst();
        };
  }
}
