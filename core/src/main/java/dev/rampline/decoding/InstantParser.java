package dev.rampline.decoding;

import dev.rampline.json.DecimalParser;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * Parses the provider's times between the years 1970 and 9999: a date and time with an unambiguous
 * zone ({@link DateTimeText}), or seconds, milliseconds, microseconds or nanoseconds since 1970
 * ({@code docs/provider-api.md#a11}).
 */
final class InstantParser {
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  /** Numbers from here on are milliseconds: as seconds they are beyond the year 5000. */
  private static final BigDecimal MILLISECONDS_THRESHOLD = new BigDecimal("1e11");

  /** Numbers from here on are microseconds: as milliseconds they are beyond the year 9999. */
  private static final BigDecimal MICROSECONDS_THRESHOLD = new BigDecimal("1e15");

  private static final BigDecimal NANOSECONDS_THRESHOLD = new BigDecimal("1e18");

  private InstantParser() {}

  /** Parses a number or a text, without the space around it; empty if it is not a time. */
  static Optional<Instant> parse(String text) {
    Instant usual = UsualInstantText.parse(text);
    return (usual == null ? parseAny(text.strip()) : Optional.of(usual))
        .filter(InstantParser::isInRange);
  }

  /** Returns the time in ISO 8601 and UTC; empty if the text is not a time. */
  static Optional<String> canonical(String text) {
    Instant usual = UsualInstantText.parse(text);
    boolean isCanonical = usual != null && isInRange(usual) && !text.endsWith(".000Z");
    return isCanonical ? Optional.of(text) : parse(text).map(Instant::toString);
  }

  private static boolean isInRange(Instant instant) {
    return !instant.isBefore(Instant.EPOCH) && instant.isBefore(END);
  }

  private static Optional<Instant> parseAny(String text) {
    return DecimalParser.parse(text)
        .flatMap(InstantParser::sinceEpoch)
        .or(() -> DateTimeText.parse(text));
  }

  private static Optional<Instant> sinceEpoch(BigDecimal number) {
    BigDecimal seconds = number.movePointLeft(decimals(number));
    if (seconds.signum() < 0 || seconds.compareTo(BigDecimal.valueOf(END.getEpochSecond())) >= 0) {
      return Optional.empty();
    }
    BigDecimal fraction = seconds.remainder(BigDecimal.ONE);
    return Optional.of(
        Instant.ofEpochSecond(seconds.longValue(), fraction.movePointRight(9).longValue()));
  }

  private static int decimals(BigDecimal number) {
    if (number.compareTo(MILLISECONDS_THRESHOLD) < 0) {
      return 0;
    }
    if (number.compareTo(MICROSECONDS_THRESHOLD) < 0) {
      return 3;
    }
    return number.compareTo(NANOSECONDS_THRESHOLD) < 0 ? 6 : 9;
  }
}
