package dev.rampline.verification;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Parses the literal of a JSON number as a time in seconds. {@link BigDecimal} alone rejects
 * exponents beyond an int, and takes a tenth of a second for a body full of digits. Only compare
 * the result: expanding it or adding to it could take forever.
 */
final class NumericDate {
  /**
   * Replaces every larger exponent. No literal is longer than a body, so such a number is beyond
   * all times, or closer to zero than any time.
   */
  private static final int BEYOND_ALL_TIMES = 1_000_000;

  private static final int EXPONENT_DIGITS = 6;

  /**
   * Twice the digits of a time in nanoseconds. Of the remaining digits, it only matters whether all
   * are 0.
   */
  private static final int SIGNIFICANT_DIGITS = 40;

  private NumericDate() {}

  static BigDecimal of(String literal) {
    int exponentIndex = Math.max(literal.indexOf('e'), literal.indexOf('E'));
    if (exponentIndex < 0) {
      return coefficient(literal);
    }
    return coefficient(literal.substring(0, exponentIndex))
        .scaleByPowerOfTen(exponent(literal.substring(exponentIndex + 1)));
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

  /** Returns the end of the zeros at that index. */
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
