package dev.rampline.decoding;

import dev.rampline.json.DecimalParser;
import dev.rampline.json.Json;
import java.util.Optional;
import java.util.regex.Pattern;

/** The format of a field's value. A value with another format is omitted. */
enum ValueFormat {
  /** A string. */
  TEXT,
  /** The name of an event: a string that is not blank. */
  NAME,
  /** An id or a code: a string that is not blank, without the space around it, or an integer. */
  CODE,
  /** A string, a number or a boolean. */
  SCALAR,
  /** An exact decimal: a number, a string, or an object with one of them as its amount. */
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
      case Json.Text(String text) -> !(isIdentifier() ? trimmed(text) : text).isEmpty();
      case Json.Num _, Json.Bool _, Json.Obj _, Json.Arr _ -> true;
    };
  }

  /** Returns the value as canonical text; empty if it has another format. */
  Optional<String> read(Json value) {
    return switch (this) {
      case TEXT, NAME -> string(value);
      case CODE ->
          value instanceof Json.Text(String text) ? Optional.of(trimmed(text)) : integer(value);
      case SCALAR -> literal(value).or(() -> truth(value));
      case AMOUNT -> literal(amount(value)).flatMap(DecimalParser::canonical);
      case MOMENT -> literal(value).flatMap(InstantParser::canonical);
      case SIDE -> string(value).flatMap(Side::of).map(Side::name);
    };
  }

  /** Fees of quotes are objects with the member {@code amount}. */
  private static Json amount(Json value) {
    return value instanceof Json.Obj object ? object.get("amount").orElse(value) : value;
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

  /** An integer counts as its text, and so does its decimal spelling: 12345.0 is 12345. */
  private static Optional<String> integer(Json value) {
    if (!(value instanceof Json.Num(String literal))) {
      return Optional.empty();
    }
    return INTEGER.matcher(literal).matches()
        ? Optional.of(literal)
        : DecimalParser.canonical(literal).filter(text -> INTEGER.matcher(text).matches());
  }

  /** Removes the space around a text, also space without width. */
  private static String trimmed(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && isSpace(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(begin, end);
  }

  private static boolean isSpace(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == '\u200b'
        || character == '\ufeff';
  }

  private static Optional<String> truth(Json value) {
    return value instanceof Json.Bool(boolean truth)
        ? Optional.of(Boolean.toString(truth))
        : Optional.empty();
  }
}
