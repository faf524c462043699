package dev.rampline.json;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  /**
   * Returns the number without exponent or trailing zeros; empty if it is not a number within the
   * limits.
   */
  public static Optional<String> canonical(String text) {
    String usual = canonicalUsual(text);
    return usual == null ? parse(text).map(BigDecimal::toPlainString) : Optional.of(usual);
  }

  /**
   * Returns the same for the usual form of a number, {@code 100.00}, without creating a number;
   * null if it has another form.
   */
  static @Nullable String canonicalUsual(String text) {
    int length = text.length();
    int point = -1;
    int end = 0;
    for (int index = 0; index < length; index++) {
      char character = text.charAt(index);
      if (character == '.' && point < 0 && index > 0) {
        point = index;
      } else if (character < '0' || character > '9') {
        return null;
      } else if (point < 0 || character != '0') {
        end = index + 1;
      }
    }
    boolean hasLeadingZero = length > 1 && text.charAt(0) == '0' && point != 1;
    boolean isUsual = length > 0 && length <= MAX_SCALE && point != length - 1 && !hasLeadingZero;
    return isUsual ? text.substring(0, end) : null;
  }

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
