package dev.rampline.documents;

import java.util.List;
import java.util.regex.Pattern;

/** Code blocks of Markdown pages. */
public final class CodeBlocks {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```\\w*\\n(.*?)^ *```$");

  private CodeBlocks() {}

  /** Returns the lines of all code blocks. */
  public static List<String> lines(String page) {
    return BLOCK
        .matcher(page)
        .results()
        .flatMap(block -> block.group(1).lines().map(String::strip))
        .toList();
  }

  /** Returns the page without its code blocks. */
  public static String without(String page) {
    return BLOCK.matcher(page).replaceAll("");
  }
}
