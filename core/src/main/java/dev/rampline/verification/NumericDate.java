package dev.rampline.verification;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The literal of a JSON number as a time in seconds, whatever was written. {@link BigDecimal} alone
 * refuses exponents beyond an int, and takes a tenth of a second over as many digits as fit into a
 * body. Only to be compared: never to be expanded or added to.
 */
final class NumericDate {
  /**
   * Stands for every larger exponent: with no literal longer than a body, such a number lies beyond
   * all times, or so near to zero that no time lies between.
   */
  private static final int BEYOND_ALL_TIMES = 1_000_000;

  private static final int EXPONENT_DIGITS = 6;

  /** Twice what a time in nanoseconds can have; of the digits behind, whether all are 0 counts. */
  private static final int SIGNIFICANT_DIGITS = 40;

  private NumericDate() {}

  static BigDecimal of(String literal) {
    int mark = Math.max(literal.indexOf('e'), literal.indexOf('E'));
    if (mark < 0) {
      return coefficient(literal);
    }
    return coefficient(literal.substring(0, mark))
        .scaleByPowerOfTen(exponent(literal.substring(mark + 1)));
  }

  private static BigDecimal coefficient(String text) {
    String digits = text.replace("-", "").replace(".", "");
    int fractionDigits = text.contains(".") ? text.length() - text.indexOf('.') - 1 : 0;
    int begin = zerosAt(digits, 0);
    int end = Math.min(begin + SIGNIFICANT_DIGITS, digits.length());
    String remainder = zerosAt(digits, end) == digits.length() ? "0" : "1";
    BigInteger unscaled = new BigInteger(digits.substring(begin, end) + remainder);
    int scale = fractionDigits - (digits.length() - end) + 1;
    return new BigDecimal(text.startsWith("-") ? unscaled.negate() : unscaled, scale);
  }

  /** Where the zeros that stand there end. */
  private static int zerosAt(String digits, int begin) {
    int end = begin;
    while (end < digits.length() && digits.charAt(end) == '0') {
      end++;
    }
    return end;
  }

  private static int exponent(String text) {
    String digits = text.replaceFirst("^[+-]?0*", "");
    int size =
        digits.length() > EXPONENT_DIGITS ? BEYOND_ALL_TIMES : Integer.parseInt("0" + digits);
    return text.startsWith("-") ? -size : size;
  }
}
