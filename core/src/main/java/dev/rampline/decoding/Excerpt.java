package dev.rampline.decoding;

import dev.rampline.observation.Details;

/** What is kept of a text: bounded, and valid Unicode. */
final class Excerpt {
  private static final int REPLACEMENT = 0xFFFD;

  private Excerpt() {}

  /** The first characters of a text, with U+FFFD for every unpaired surrogate. */
  static String of(String text) {
    String cut = text.length() <= Details.MAX_TEXT ? text : text.substring(0, end(text));
    return isPlain(cut) ? cut : repaired(cut);
  }

  private static int end(String text) {
    boolean splitsPair =
        Character.isSurrogatePair(text.charAt(Details.MAX_TEXT - 1), text.charAt(Details.MAX_TEXT));
    return splitsPair ? Details.MAX_TEXT - 1 : Details.MAX_TEXT;
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
