package dev.rampline.documents;

import java.util.List;
import java.util.regex.Pattern;

/** What a page shows as code, in blocks of its own. */
public final class CodeBlocks {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```\\w*\\n(.*?)^ *```$");

  private CodeBlocks() {}

  /** Their lines. */
  public static List<String> lines(String page) {
    return BLOCK
        .matcher(page)
        .results()
        .flatMap(block -> block.group(1).lines().map(String::strip))
        .toList();
  }

  /** The page without them. */
  public static String without(String page) {
    return BLOCK.matcher(page).replaceAll("");
  }
}
