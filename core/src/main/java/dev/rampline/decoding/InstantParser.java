package dev.rampline.decoding;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Moments of the years 1970 to 9999 as the provider writes them: ISO 8601 with {@code Z} or an
 * offset, or seconds or milliseconds since 1970 (provider.md A11).
 */
final class InstantParser {
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  /** Numbers from here on are milliseconds: as seconds they would lie beyond the year 5000. */
  private static final BigDecimal MILLISECONDS_THRESHOLD = new BigDecimal("1e11");

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .parseLenient()
          .appendOffset("+HH", "Z")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withChronology(IsoChronology.INSTANCE);

  private InstantParser() {}

  /** The moment that a number or a text means, if it is one. */
  static Optional<Instant> parse(String text) {
    return Amount.number(text)
        .flatMap(InstantParser::sinceEpoch)
        .or(() -> iso(text))
        .filter(moment -> !moment.isBefore(Instant.EPOCH) && moment.isBefore(END));
  }

  private static Optional<Instant> sinceEpoch(BigDecimal number) {
    BigDecimal seconds =
        number.compareTo(MILLISECONDS_THRESHOLD) < 0 ? number : number.movePointLeft(3);
    if (seconds.signum() < 0 || seconds.compareTo(BigDecimal.valueOf(END.getEpochSecond())) >= 0) {
      return Optional.empty();
    }
    BigDecimal fraction = seconds.remainder(BigDecimal.ONE);
    return Optional.of(
        Instant.ofEpochSecond(seconds.longValue(), fraction.movePointRight(9).longValue()));
  }

  private static Optional<Instant> iso(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, ISO).toInstant());
    } catch (DateTimeException noMoment) {
      return Optional.empty();
    }
  }
}
