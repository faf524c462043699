package dev.rampline.decoding;

import dev.rampline.json.DecimalParser;
import dev.rampline.json.Json;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** The format of a field's value. A value with another format is omitted. */
enum ValueFormat {
  /** A string. */
  TEXT,
  /** The name of an event: a string that is not blank. */
  NAME,
  /** An id or a code: a string that is not blank, or an integer, which is its text. */
  CODE,
  /** A string, a number or a boolean. */
  SCALAR,
  /** An exact decimal, as a number or as a string. */
  AMOUNT,
  /** A time: ISO 8601, or seconds or milliseconds since 1970. */
  MOMENT,
  /** The direction of the order. */
  SIDE;

  private static final Pattern INTEGER = Pattern.compile("-?[0-9]++");

  /**
   * Returns whether a value is present: null and empty text are absent, and so are blank names and
   * codes.
   */
  boolean hasValue(Json value) {
    return switch (value) {
      case Json.Null() -> false;
      case Json.Text(String text) -> !(isIdentifier() ? text.isBlank() : text.isEmpty());
      case Json.Num _, Json.Bool _, Json.Obj _, Json.Arr _ -> true;
    };
  }

  /** Returns the value as canonical text; empty if it has another format. */
  Optional<String> read(Json value) {
    return switch (this) {
      case TEXT, NAME -> string(value);
      case CODE -> string(value).or(() -> integer(value));
      case SCALAR -> literal(value).or(() -> truth(value));
      case AMOUNT -> literal(value).flatMap(DecimalParser::parse).map(BigDecimal::toPlainString);
      case MOMENT -> literal(value).flatMap(InstantParser::parse).map(Object::toString);
      case SIDE -> string(value).flatMap(Side::of).map(Side::name);
    };
  }

  private boolean isIdentifier() {
    return this == NAME || this == CODE;
  }

  private static Optional<String> string(Json value) {
    return value instanceof Json.Text(String text) ? Optional.of(text) : Optional.empty();
  }

  private static Optional<String> literal(Json value) {
    return value instanceof Json.Num(String literal) ? Optional.of(literal) : string(value);
  }

  private static Optional<String> integer(Json value) {
    return value instanceof Json.Num(String literal) && INTEGER.matcher(literal).matches()
        ? Optional.of(literal)
        : Optional.empty();
  }

  private static Optional<String> truth(Json value) {
    return value instanceof Json.Bool(boolean truth)
        ? Optional.of(Boolean.toString(truth))
        : Optional.empty();
  }
}
