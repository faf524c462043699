package dev.rampline.decoding;

import dev.rampline.json.DecimalParser;
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
 * Parses the provider's times between the years 1970 and 9999: ISO 8601 with {@code Z} or an
 * offset, or seconds or milliseconds since 1970 ({@code docs/provider-api.md#a11}).
 */
final class InstantParser {
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  /** Numbers from here on are milliseconds: as seconds they are beyond the year 5000. */
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

  /** Parses a number or a text; empty if it is not a time. */
  static Optional<Instant> parse(String text) {
    return DecimalParser.parse(text)
        .flatMap(InstantParser::sinceEpoch)
        .or(() -> iso(text))
        .filter(instant -> !instant.isBefore(Instant.EPOCH) && instant.isBefore(END));
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
    } catch (DateTimeException notAnInstant) {
      return Optional.empty();
    }
  }
}
