package dev.rampline.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalParserTest {
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
    assertThat(parse(written)).contains(kept);
  }

  @Test
  void digits_areBoundedByTheirCount() {
    assertThat(parse(DIGITS_38)).contains(DIGITS_38);
    assertThat(parse(DIGITS_38 + "9")).isEmpty();
    assertThat(parse(DIGITS_38 + ".0")).contains(DIGITS_38);
    assertThat(parse("0.000" + DIGITS_38.substring(0, 27))).isPresent();
    assertThat(parse("1." + DIGITS_38.substring(0, 30))).isPresent();
    assertThat(parse("1." + "1".repeat(31))).isEmpty();
  }

  @Test
  void scale_isBoundedEitherWay() {
    assertThat(parse("1e30")).contains("1" + "0".repeat(30));
    assertThat(parse("1e31")).isEmpty();
    assertThat(parse("10e30")).isEmpty();
    assertThat(parse("1e-30")).contains("0." + "0".repeat(29) + "1");
    assertThat(parse("1e-31")).isEmpty();
    assertThat(parse("10e-31")).isPresent();
  }

  @Test
  void length_isBounded() {
    assertThat(parse("1." + "0".repeat(98))).contains("1");
    assertThat(parse("1." + "0".repeat(99))).isEmpty();
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
  void textThatIsNoNumber_isNotParsed(String text) {
    assertThat(parse(text)).isEmpty();
  }

  @Test
  @Timeout(5)
  void hugeNumbers_costNothing() {
    for (int round = 0; round < 50; round++) {
      assertThat(parse("1e999999999")).isEmpty();
      assertThat(parse("1e-99999999999999999999")).isEmpty();
      assertThat(parse("9".repeat(60_000))).isEmpty();
      assertThat(parse("1" + "0".repeat(60_000))).isEmpty();
    }
  }

  @Test
  void usualForm_isReadLikeEveryOther() {
    qt().withFixedSeed(20_260_301L)
        .withExamples(20_000)
        .forAll(strings().betweenCodePoints('+', '9').ofLengthBetween(0, 34))
        .checkAssert(text -> assertThat(canonical(text)).isEqualTo(parse(text)));
    qt().withFixedSeed(20_260_301L)
        .withExamples(20_000)
        .forAll(
            strings().betweenCodePoints('0', '2').ofLengthBetween(0, 33),
            strings().betweenCodePoints('0', '2').ofLengthBetween(0, 33))
        .checkAssert(
            (whole, fraction) -> {
              String text = whole + "." + fraction;
              assertThat(canonical(text)).isEqualTo(parse(text));
              assertThat(canonical(whole)).isEqualTo(parse(whole));
            });
  }

  private static Optional<String> canonical(String text) {
    return DecimalParser.canonical(text);
  }

  private static Optional<String> parse(String text) {
    return DecimalParser.parse(text).map(BigDecimal::toPlainString);
  }
}
