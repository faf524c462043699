package dev.rampline.decoding;

import dev.rampline.event.EventFields;
import org.jspecify.annotations.Nullable;

/** Limits a text's length and makes it valid Unicode. */
final class Excerpt {
  static final int REPLACEMENT = 0xFFFD;

  private Excerpt() {}

  /**
   * Returns the first {@value EventFields#MAX_TEXT} characters, with U+FFFD for each unpaired
   * surrogate.
   */
  static String of(String text) {
    String cut = text.length() <= EventFields.MAX_TEXT ? text : text.substring(0, end(text));
    return isValid(cut) ? cut : withReplacements(cut);
  }

  /** Returns whether the text is valid and no longer than an excerpt. */
  static boolean isExcerpt(@Nullable String text) {
    return text == null || of(text).equals(text);
  }

  private static int end(String text) {
    boolean splitsPair =
        Character.isSurrogatePair(
            text.charAt(EventFields.MAX_TEXT - 1), text.charAt(EventFields.MAX_TEXT));
    return splitsPair ? EventFields.MAX_TEXT - 1 : EventFields.MAX_TEXT;
  }

  private static boolean isValid(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (Character.isSurrogate(text.charAt(index))) {
        return false;
      }
    }
    return true;
  }

  private static String withReplacements(String text) {
    return text.codePoints()
        .map(point -> Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
