package dev.rampline.alarm;

import java.util.List;
import java.util.OptionalDouble;

/**
 * An alarm of the template, evaluated for one period as CloudWatch does.
 *
 * @param series one metric, or several whose values are added
 * @param breachesBelow whether values below the threshold breach it, instead of values above
 * @param breachesWithoutData whether missing data counts as a breach
 */
record Alarm(
    List<MetricSeries> series,
    Statistic statistic,
    double threshold,
    boolean breachesBelow,
    boolean breachesWithoutData) {

  boolean isTriggeredBy(List<Measurement> measurements) {
    OptionalDouble value =
        statistic.of(
            measurements.stream()
                .filter(measurement -> series.contains(measurement.series()))
                .map(Measurement::value)
                .toList());
    return value.isPresent() ? breaches(value.getAsDouble()) : breachesWithoutData;
  }

  private boolean breaches(double value) {
    return breachesBelow ? value < threshold : value > threshold;
  }
}
