package dev.rampline.testkit.alarm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * An alarm, evaluated for one period as CloudWatch does.
 *
 * @param inputs the metrics of the expression
 * @param expression an expression of metric math; of an alarm on one metric, its id
 * @param breachesBelow whether values below the threshold breach it, instead of values above
 * @param breachesWithoutData whether missing data counts as a breach
 */
public record Alarm(
    List<Input> inputs,
    String expression,
    double threshold,
    boolean breachesBelow,
    boolean breachesWithoutData) {

  /** Returns whether the metrics of one period trigger the alarm. */
  public boolean isTriggeredBy(RecordedMetrics metrics) {
    Map<String, OptionalDouble> values = new LinkedHashMap<>();
    inputs.forEach(
        input -> values.put(input.id(), input.statistic().of(metrics.values(input.series()))));
    OptionalDouble value = MetricExpression.evaluate(expression, values);
    return value.isPresent() ? breaches(value.getAsDouble()) : breachesWithoutData;
  }

  private boolean breaches(double value) {
    return breachesBelow ? value < threshold : value > threshold;
  }

  /**
   * A metric of an alarm.
   *
   * @param id its name in the expression
   */
  record Input(String id, MetricSeries series, Statistic statistic) {}
}
