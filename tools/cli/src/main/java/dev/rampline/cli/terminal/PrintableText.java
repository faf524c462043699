package dev.rampline.cli.terminal;

import java.util.regex.Pattern;

/** Makes untrusted text harmless for a terminal. */
public final class PrintableText {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private PrintableText() {}

  /** Replaces control characters, so that the text cannot move the cursor. */
  public static String of(String text) {
    return CONTROL.matcher(text).replaceAll("?");
  }
}
