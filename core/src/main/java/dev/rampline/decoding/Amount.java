package dev.rampline.decoding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Parses exact decimals of at most {@value #MAX_DIGITS} significant digits and an absolute scale of
 * at most {@value #MAX_SCALE}.
 *
 * <p>The limits are checked on the text, so no arithmetic runs on 60,000 digits or on 1e999999999.
 */
final class Amount {
  static final int MAX_DIGITS = 38;
  static final int MAX_SCALE = 30;

  private static final Pattern DECIMAL =
      Pattern.compile("(-?)([0-9]++)(?:\\.([0-9]++))?+(?:[eE]([+-]?)0*+([0-9]*+)(?<=[0-9]))?+");

  /** A longer exponent exceeds the limits whatever the accepted text's digits are. */
  private static final int MAX_EXPONENT_DIGITS = 9;

  private Amount() {}

  /**
   * Returns the number without exponent or trailing zeros; empty if it is not a number within the
   * limits.
   */
  static Optional<String> of(String text) {
    return number(text).map(BigDecimal::toPlainString);
  }

  /** Returns the number without trailing zeros; empty if it is not a number within the limits. */
  static Optional<BigDecimal> number(String text) {
    Matcher parts = DECIMAL.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String fraction = orEmpty(parts.group(3));
    String digits = parts.group(2) + fraction;
    int begin = leadingZeros(digits);
    int end = digits.length() - trailingZeros(digits);
    if (begin >= end) {
      return Optional.of(BigDecimal.ZERO);
    }
    long scale = fraction.length() - trailingZeros(digits) - exponent(parts);
    return end - begin <= MAX_DIGITS && Math.abs(scale) <= MAX_SCALE
        ? Optional.of(exact(parts.group(1) + digits.substring(begin, end), (int) scale))
        : Optional.empty();
  }

  private static BigDecimal exact(String unscaled, int scale) {
    return new BigDecimal(new BigInteger(unscaled), scale);
  }

  private static long exponent(Matcher parts) {
    String digits = orEmpty(parts.group(5));
    if (digits.isEmpty()) {
      return 0;
    }
    long magnitude =
        digits.length() > MAX_EXPONENT_DIGITS ? Integer.MAX_VALUE : Long.parseLong(digits);
    return orEmpty(parts.group(4)).equals("-") ? -magnitude : magnitude;
  }

  private static int leadingZeros(String digits) {
    int count = 0;
    while (count < digits.length() && digits.charAt(count) == '0') {
      count++;
    }
    return count;
  }

  private static int trailingZeros(String digits) {
    int count = 0;
    while (count < digits.length() && digits.charAt(digits.length() - 1 - count) == '0') {
      count++;
    }
    return count;
  }

  private static String orEmpty(@Nullable String group) {
    return group == null ? "" : group;
  }
}
