package dev.rampline.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
  private static final String DIGITS_38 = "12345678901234567890123456789012345678";

  @ParameterizedTest
  @CsvSource({
    "100.00, 100",
    "0.0450, 0.045",
    "-1.50, -1.5",
    "1000, 1000",
    "1e3, 1000",
    "1.5E+2, 150",
    "25e-4, 0.0025",
    "007, 7",
    "0, 0",
    "-0.000, 0",
    "0e999999999, 0",
    "0.1e0000000000000001, 1",
  })
  void number_isWrittenWithoutExponentOrTrailingZeros(String written, String kept) {
    assertThat(Amount.of(written)).contains(kept);
  }

  @Test
  void digits_areLimitedInNumber() {
    assertThat(Amount.of(DIGITS_38)).contains(DIGITS_38);
    assertThat(Amount.of(DIGITS_38 + "9")).isEmpty();
    assertThat(Amount.of(DIGITS_38 + ".0")).contains(DIGITS_38);
    assertThat(Amount.of("0.000" + DIGITS_38.substring(0, 27))).isPresent();
    assertThat(Amount.of("1." + DIGITS_38.substring(0, 30))).isPresent();
    assertThat(Amount.of("1." + "1".repeat(31))).isEmpty();
  }

  @Test
  void scale_isLimitedInBothDirections() {
    assertThat(Amount.of("1e30")).contains("1" + "0".repeat(30));
    assertThat(Amount.of("1e31")).isEmpty();
    assertThat(Amount.of("10e30")).isEmpty();
    assertThat(Amount.of("1e-30")).contains("0." + "0".repeat(29) + "1");
    assertThat(Amount.of("1e-31")).isEmpty();
    assertThat(Amount.of("10e-31")).isPresent();
  }

  @Test
  void leadingAndTrailingZeros_areNotCountedAsDigits() {
    String zeros = "0".repeat(60_000);
    assertThat(Amount.of("1." + zeros)).contains("1");
    assertThat(Amount.of("0." + zeros + "1e60001")).contains("1");
    assertThat(Amount.of("1" + zeros + "e-60000")).contains("1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "abc",
        "1,5",
        ".5",
        "5.",
        "+5",
        "--5",
        "1e",
        "1e+",
        "1.e3",
        "0x10",
        "NaN",
        "Infinity",
        " 5",
        "5 ",
        "5\n",
        "1_000",
        "٣",
        "1e5e5",
        "1.2.3"
      })
  void invalidNumber_isNoAmount(String text) {
    assertThat(Amount.of(text)).isEmpty();
  }

  @Test
  @Timeout(5)
  void hugeExponent_isRejectedQuickly() {
    for (int round = 0; round < 50; round++) {
      assertThat(Amount.of("1e999999999")).isEmpty();
      assertThat(Amount.of("1e-99999999999999999999")).isEmpty();
      assertThat(Amount.of("9".repeat(60_000))).isEmpty();
      assertThat(Amount.of("1" + "0".repeat(60_000))).isEmpty();
    }
  }
}
