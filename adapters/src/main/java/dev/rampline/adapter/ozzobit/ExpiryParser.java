package dev.rampline.adapter.ozzobit;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** When something ends, in each of the forms that the provider may tell it in. */
final class ExpiryParser {
  /** In seconds this is the year 5138, in milliseconds 1973. */
  private static final long MIN_EPOCH_MILLIS = 100_000_000_000L;

  private static final Pattern NUMBER = Pattern.compile("(\\d{1,15})(\\.\\d{1,20})?");

  private ExpiryParser() {}

  /** A moment: seconds or milliseconds since 1970, as number or text, or ISO 8601. */
  static Optional<Instant> parseInstant(Json value) {
    return number(value)
        .map(
            number ->
                number < MIN_EPOCH_MILLIS
                    ? Instant.ofEpochSecond(number)
                    : Instant.ofEpochMilli(number))
        .or(() -> iso(value));
  }

  /** A number of seconds from that moment. */
  static Optional<Instant> parseLifetime(Json value, Instant from) {
    // Whatever is longer is a moment in the wrong place.
    return number(value).filter(seconds -> seconds < MIN_EPOCH_MILLIS).map(from::plusSeconds);
  }

  /** What the token itself says, whoever signed it: its {@code exp} (RFC 7519). */
  static Optional<Instant> parseJwt(String token) {
    String[] parts = token.split("\\.", -1);
    return parts.length == 3
        ? decoded(parts[1])
            .flatMap(JsonReader::read)
            .flatMap(claims -> claims instanceof Json.Obj all ? all.get("exp") : Optional.empty())
            .flatMap(ExpiryParser::number)
            .filter(seconds -> seconds < MIN_EPOCH_MILLIS)
            .map(Instant::ofEpochSecond)
        : Optional.empty();
  }

  private static Optional<byte[]> decoded(String part) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(part));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<Long> number(Json value) {
    return switch (value) {
      case Json.Num(String literal) -> whole(literal);
      case Json.Text(String text) -> whole(text);
      case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ -> Optional.empty();
    };
  }

  private static Optional<Long> whole(String literal) {
    return Optional.of(NUMBER.matcher(literal))
        .filter(number -> number.matches())
        .map(number -> Long.parseLong(number.group(1)));
  }

  private static Optional<Instant> iso(Json value) {
    try {
      return value instanceof Json.Text(String text)
          ? Optional.of(OffsetDateTime.parse(text).toInstant())
          : Optional.empty();
    } catch (DateTimeParseException notMoment) {
      return Optional.empty();
    }
  }
}
