package dev.rampline.adapter.ozzobit;

import dev.rampline.json.Json;
import dev.rampline.json.JsonReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses an expiry in each form that the provider may use. */
final class ExpiryParser {
  /** In seconds this is the year 5138, in milliseconds 1973. */
  private static final long MIN_EPOCH_MILLIS = 100_000_000_000L;

  private static final Pattern NUMBER = Pattern.compile("(\\d{1,15})(\\.\\d{1,20})?");

  private ExpiryParser() {}

  /** Parses a time: seconds or milliseconds since 1970, as number or text, or ISO 8601. */
  static Optional<Instant> parseInstant(Json value) {
    return number(value)
        .map(
            number ->
                number < MIN_EPOCH_MILLIS
                    ? Instant.ofEpochSecond(number)
                    : Instant.ofEpochMilli(number))
        .or(() -> iso(value));
  }

  /** Parses a lifetime in seconds from that time. */
  static Optional<Instant> parseLifetime(Json value, Instant from) {
    // A larger number is a time, not a lifetime.
    return number(value).filter(seconds -> seconds < MIN_EPOCH_MILLIS).map(from::plusSeconds);
  }

  /** Reads the {@code exp} claim of the token itself, without verifying it (RFC 7519). */
  static Optional<Instant> parseJwt(String token) {
    String[] parts = token.split("\\.", -1);
    return parts.length == 3
        ? decoded(parts[1])
            .flatMap(JsonReader::read)
            .flatMap(
                claims -> claims instanceof Json.Obj object ? object.get("exp") : Optional.empty())
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
    } catch (DateTimeParseException notInstant) {
      return Optional.empty();
    }
  }
}
