package dev.rampline.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumericDateTest {
  private static final BigDecimal NOW = new BigDecimal("1772366400.123456789");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0",
        "7",
        "-7.25",
        "1772366400",
        "1772366400.123456789",
        "1772366400.123456788999",
        "-1772366400.123456789",
        "17723664001234567890e-10",
        "1.7723664001234567890E+9",
        "0.00000017723664001234567890e16",
        "1e400",
        "1e-400",
        "-12e34"
      })
  void numberThatBigDecimalSupports_isExact(String literal) {
    assertThat(NumericDate.of(literal)).isEqualByComparingTo(new BigDecimal(literal));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 39, 40, 41, 60_000})
  void numberOfManyDigits_isComparedCorrectly(int digits) {
    String zeros = "0".repeat(digits);
    assertThat(NumericDate.of(NOW + zeros)).isEqualByComparingTo(NOW);
    assertThat(NumericDate.of(NOW + zeros + "1")).isGreaterThan(NOW);
    assertThat(NumericDate.of("1772366400.123456788" + "9".repeat(digits))).isLessThan(NOW);
    assertThat(NumericDate.of("1" + zeros)).isGreaterThan(NOW);
    assertThat(NumericDate.of("-9" + zeros)).isLessThan(NOW);
    assertThat(NumericDate.of("0." + zeros + "9")).isLessThan(NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999", "1000000", "2147483648", "99999999999999999999"})
  void exponentBeyondAnInt_isBeforeOrAfterAllTimes(String exponent) {
    assertThat(NumericDate.of("1e" + exponent)).isGreaterThan(NOW);
    assertThat(NumericDate.of("-1E+" + exponent)).isLessThan(NOW);
    assertThat(NumericDate.of("1e-" + exponent)).isLessThan(NOW).isPositive();
    assertThat(NumericDate.of("0e" + exponent)).isZero();
  }
}
