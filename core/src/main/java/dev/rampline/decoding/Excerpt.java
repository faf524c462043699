package dev.rampline.decoding;

import dev.rampline.event.EventFields;

/** What is kept of a text: bounded, and valid Unicode. */
final class Excerpt {
  private static final int REPLACEMENT = 0xFFFD;

  private Excerpt() {}

  /** The first characters of a text, with U+FFFD for every unpaired surrogate. */
  static String of(String text) {
    String cut = text.length() <= EventFields.MAX_TEXT ? text : text.substring(0, end(text));
    return isPlain(cut) ? cut : repaired(cut);
  }

  private static int end(String text) {
    boolean splitsPair =
        Character.isSurrogatePair(
            text.charAt(EventFields.MAX_TEXT - 1), text.charAt(EventFields.MAX_TEXT));
    return splitsPair ? EventFields.MAX_TEXT - 1 : EventFields.MAX_TEXT;
  }

  private static boolean isPlain(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (Character.isSurrogate(text.charAt(index))) {
        return false;
      }
    }
    return true;
  }

  private static String repaired(String text) {
    return text.codePoints()
        .map(point -> Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
