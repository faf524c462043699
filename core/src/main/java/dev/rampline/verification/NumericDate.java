package dev.rampline.verification;

import java.math.BigDecimal;

/**
 * The literal of a JSON number as a time in seconds, whatever was written: {@link BigDecimal} alone
 * refuses exponents beyond an int. Only to be compared: never to be expanded or added to.
 */
final class NumericDate {
  /**
   * Stands for every exponent that is larger; with no literal longer than a body, a number with
   * this exponent lies beyond all times, or so near to zero that no time lies between.
   */
  private static final int BEYOND_ALL_TIMES = 1_000_000;

  private static final int DIGITS_THAT_COUNT = 6;

  private NumericDate() {}

  static BigDecimal of(String literal) {
    int mark = Math.max(literal.indexOf('e'), literal.indexOf('E'));
    if (mark < 0) {
      return new BigDecimal(literal);
    }
    BigDecimal coefficient = new BigDecimal(literal.substring(0, mark));
    return coefficient.signum() == 0
        ? BigDecimal.ZERO
        : coefficient.scaleByPowerOfTen(exponent(literal.substring(mark + 1)));
  }

  private static int exponent(String text) {
    String digits = text.replaceFirst("^[+-]?0*", "");
    int size =
        digits.length() > DIGITS_THAT_COUNT ? BEYOND_ALL_TIMES : Integer.parseInt("0" + digits);
    return text.startsWith("-") ? -size : size;
  }
}
