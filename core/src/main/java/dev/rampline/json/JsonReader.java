package dev.rampline.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON strictly (RFC 8259). It rejects duplicate members, names with unpaired surrogates,
 * anything after the value, and nesting deeper than {@value #MAX_DEPTH}. Numbers are not evaluated,
 * so none is too long or too large. The caller must limit the size of the text. Thread-safe.
 */
public final class JsonReader {
  /** Maximum nesting of objects and arrays. */
  public static final int MAX_DEPTH = 16;

  /** What is read beyond the end of the text: as a character, it is not valid anywhere in JSON. */
  private static final char END = '\0';

  private final String text;
  private int position;

  private JsonReader(String text) {
    this.text = text;
  }

  /** Parses a text; empty if it is not JSON. Never throws for its input. */
  public static Optional<Json> read(String text) {
    JsonReader reader = new JsonReader(text);
    Json value = reader.value(0);
    return reader.position == text.length() ? Optional.ofNullable(value) : Optional.empty();
  }

  /** Parses UTF-8 bytes; empty if they are not JSON. Never throws for its input. */
  public static Optional<Json> read(byte[] utf8) {
    return StrictUtf8.decode(utf8).flatMap(JsonReader::read);
  }

  /** Reads a value and the space around it; null if there is none. */
  private @Nullable Json value(int depth) {
    skipSpace();
    Json value =
        switch (peek()) {
          case '{' -> object(depth + 1);
          case '[' -> array(depth + 1);
          case '"' -> text();
          case 't' -> literal("true", new Json.Bool(true));
          case 'f' -> literal("false", new Json.Bool(false));
          case 'n' -> literal("null", new Json.Null());
          default -> number();
        };
    skipSpace();
    return value;
  }

  private @Nullable Json object(int depth) {
    Map<String, Json> members = new OwnedMembers();
    position++;
    skipSpace();
    if (depth > MAX_DEPTH) {
      return null;
    }
    if (take('}')) {
      return new Json.Obj(members);
    }
    do {
      skipSpace();
      String name = peek() == '"' ? string() : null;
      skipSpace();
      if (name == null || hasUnpairedSurrogate(name) || !take(':')) {
        return null;
      }
      Json value = value(depth);
      if (value == null || members.put(name, value) != null) {
        return null;
      }
    } while (take(','));
    return take('}') ? new Json.Obj(members) : null;
  }

  private @Nullable Json array(int depth) {
    List<Json> items = new ArrayList<>();
    position++;
    skipSpace();
    if (depth > MAX_DEPTH) {
      return null;
    }
    if (take(']')) {
      return new Json.Arr(items);
    }
    do {
      Json item = value(depth);
      if (item == null) {
        return null;
      }
      items.add(item);
    } while (take(','));
    return take(']') ? new Json.Arr(items) : null;
  }

  private @Nullable Json text() {
    String string = string();
    return string == null ? null : new Json.Text(string);
  }

  private @Nullable Json literal(String literal, Json value) {
    boolean found = text.startsWith(literal, position);
    position += found ? literal.length() : 0;
    return found ? value : null;
  }

  private @Nullable Json number() {
    int begin = position;
    take('-');
    boolean valid = take('0') || takeDigits();
    if (valid && take('.')) {
      valid = takeDigits();
    }
    if (valid && (take('e') || take('E'))) {
      position += peek() == '+' || peek() == '-' ? 1 : 0;
      valid = takeDigits();
    }
    return valid ? new Json.Num(text.substring(begin, position)) : null;
  }

  private boolean takeDigits() {
    int begin = position;
    while (peek() >= '0' && peek() <= '9') {
      position++;
    }
    return position > begin;
  }

  /** Reads a string, unescaped; null if there is none. */
  private @Nullable String string() {
    int begin = ++position;
    skipPlain();
    String plain = text.substring(begin, position);
    return take('"') ? plain : escaped(new StringBuilder(plain));
  }

  private @Nullable String escaped(StringBuilder string) {
    while (take('\\')) {
      char escape = peek();
      position++;
      int plain = "\"\\/bfnrt".indexOf(escape);
      if (plain >= 0) {
        string.append("\"\\/\b\f\n\r\t".charAt(plain));
      } else if (escape != 'u' || !appendHexadecimal(string)) {
        return null;
      }
      int begin = position;
      skipPlain();
      string.append(text, begin, position);
    }
    return take('"') ? string.toString() : null;
  }

  private boolean appendHexadecimal(StringBuilder string) {
    int unit = 0;
    for (int digits = 0; digits < 4; digits++) {
      char character = peek();
      int digit = character < 128 ? Character.digit(character, 16) : -1;
      if (digit < 0) {
        return false;
      }
      unit = unit << 4 | digit;
      position++;
    }
    string.append((char) unit);
    return true;
  }

  /** Skips what stands for itself in a string. */
  private void skipPlain() {
    int index = position;
    int length = text.length();
    while (index < length && isPlain(text.charAt(index))) {
      index++;
    }
    position = index;
  }

  private static boolean isPlain(char character) {
    return character >= ' ' && character != '"' && character != '\\';
  }

  private void skipSpace() {
    while (isSpace(peek())) {
      position++;
    }
  }

  private static boolean isSpace(char character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }

  private char peek() {
    return position < text.length() ? text.charAt(position) : END;
  }

  private boolean take(char character) {
    boolean found = peek() == character;
    position += found ? 1 : 0;
    return found;
  }

  private static boolean hasUnpairedSurrogate(String name) {
    for (int index = 0; index < name.length(); index++) {
      if (Character.isSurrogate(name.charAt(index))) {
        return name.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
      }
    }
    return false;
  }
}
