package dev.rampline.alarm;

import java.util.List;
import java.util.OptionalDouble;

/**
 * An alarm of the template, as CloudWatch would judge one period by it.
 *
 * @param watched one metric, or several whose sum counts
 * @param breachesBelow whether too little is an alarm, and not too much
 * @param breachesWithoutData whether silence is one
 */
record Alarm(
    List<MetricSeries> watched,
    Statistic statistic,
    double threshold,
    boolean breachesBelow,
    boolean breachesWithoutData) {

  boolean goesOffAt(List<Measurement> measured) {
    OptionalDouble value =
        statistic.of(
            measured.stream()
                .filter(measurement -> watched.contains(measurement.series()))
                .map(Measurement::value)
                .toList());
    return value.isPresent() ? breaches(value.getAsDouble()) : breachesWithoutData;
  }

  private boolean breaches(double value) {
    return breachesBelow ? value < threshold : value > threshold;
  }
}
