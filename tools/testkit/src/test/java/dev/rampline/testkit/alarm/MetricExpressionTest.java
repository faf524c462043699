package dev.rampline.testkit.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricExpressionTest {
  private static final Map<String, OptionalDouble> METRICS =
      Map.of("two", OptionalDouble.of(2), "five", OptionalDouble.of(5), "none", missing());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "two | 2",
        "five - two - 1 | 2",
        "1 + two * five | 11",
        "(1 + two) * five | 15",
        "two > 1 | 1",
        "two >= 3 | 0",
        "five - two >= 3 | 1",
        "(two == 2) AND (five < 5) | 0",
        "(two == 2) OR (five < 5) AND (five < 4) | 1",
        "IF((two > 1) AND (five > 2 * two), 1, 0) | 1",
        "IF(two > five, 1, 0) | 0",
        "FILL(none, 3) + two | 5",
        "FILL(two, 3) | 2",
        "SUM(METRICS()) | 7",
        "SUM(FILL(METRICS(), 1)) | 8"
      })
  void expression_hasValue(String expression, double value) {
    assertThat(MetricExpression.evaluate(expression, METRICS)).hasValue(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "none + 1", "none < 1", "IF(none > 0, 1, 0)", "SUM(none)"})
  void missingData_makesTheValueMissing(String expression) {
    assertThat(MetricExpression.evaluate(expression, METRICS)).isEmpty();
  }

  @Test
  void sumWithoutMetrics_isMissing() {
    assertThat(MetricExpression.evaluate("SUM(METRICS())", Map.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "two +", "two two", "two ? 1", "(two", "METRICS()", "three", "RATE(two)"})
  void otherExpression_isUnsupported(String expression) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetricExpression.evaluate(expression, METRICS));
  }

  private static OptionalDouble missing() {
    return OptionalDouble.empty();
  }
}
