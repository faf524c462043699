package dev.rampline.json;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Parses exact decimals of at most {@value #MAX_DIGITS} significant digits, an absolute scale of at
 * most {@value #MAX_SCALE} and {@value #MAX_LENGTH} characters. The limits keep arithmetic on a
 * parsed number cheap.
 */
public final class DecimalParser {
  static final int MAX_LENGTH = 100;
  static final int MAX_DIGITS = 38;
  static final int MAX_SCALE = 30;

  /** A longer exponent is beyond the scale, and beyond what {@link BigDecimal} accepts. */
  private static final Pattern DECIMAL =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?0*[0-9]{1,9})?");

  private DecimalParser() {}

  /** Returns the number without trailing zeros; empty if it is not a number within the limits. */
  public static Optional<BigDecimal> parse(String text) {
    if (text.length() > MAX_LENGTH || !DECIMAL.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    return number.precision() <= MAX_DIGITS && Math.abs(number.scale()) <= MAX_SCALE
        ? Optional.of(number)
        : Optional.empty();
  }
}
