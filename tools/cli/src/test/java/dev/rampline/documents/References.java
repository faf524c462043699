package dev.rampline.documents;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds references that do not resolve: links, files, sections of pages, decision records. */
final class References {
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
  private static final Pattern PAGE =
      Pattern.compile(
          "(?<![\\w./-])((?:docs|events|infrastructure)/[\\w./-]*\\.md)(?:#([\\w-]+))?");
  private static final Pattern DECISION = Pattern.compile("(?i)\\bdecision(?: record)? (\\d+)\\b");
  private static final Pattern FILE =
      Pattern.compile(
          "(?<![\\w./$}-])((?:\\.ci|docs|events|infrastructure)/[\\w./-]*\\w)(?![\\w*{$])");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern COMMENT = Pattern.compile("/\\*(?s:.*?)\\*/|//[^\n]*");

  /** A file that its reader creates. */
  private static final String CREATED_BY_READER = "infrastructure/subscriber.env";

  private References() {}

  /** Returns the broken references in a file with a given text. */
  static Stream<String> broken(Path file, String text) {
    String name = file.getFileName().toString();
    Stream<String> everywhere = Stream.concat(brokenPages(text), brokenDecisions(text));
    if (name.endsWith(".md")) {
      return Stream.of(everywhere, brokenLinks(file, text), brokenFiles(text)).flatMap(it -> it);
    }
    return name.endsWith(".java")
        ? Stream.concat(everywhere, brokenFiles(comments(text)))
        : everywhere;
  }

  private static Stream<String> brokenLinks(Path page, String text) {
    return LINK.matcher(text)
        .results()
        .filter(
            link ->
                !exists(
                    link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)),
                    link.group(2)))
        .map(MatchResult::group);
  }

  private static Stream<String> brokenPages(String text) {
    return PAGE.matcher(text)
        .results()
        .filter(page -> !exists(Documents.ROOT.resolve(page.group(1)), page.group(2)))
        .map(MatchResult::group);
  }

  private static Stream<String> brokenFiles(String text) {
    return FILE.matcher(text)
        .results()
        .filter(file -> !file.group(1).equals(CREATED_BY_READER))
        .filter(file -> !exists(Documents.ROOT.resolve(file.group(1)), null))
        .map(MatchResult::group);
  }

  private static Stream<String> brokenDecisions(String text) {
    return DECISION
        .matcher(text)
        .results()
        .filter(decision -> !isDecisionRecord(Integer.parseInt(decision.group(1))))
        .map(MatchResult::group);
  }

  private static boolean isDecisionRecord(int number) {
    String prefix = String.format(Locale.ROOT, "%04d-", number);
    return Documents.files(Documents.ROOT.resolve("docs/decisions"))
        .anyMatch(file -> file.getFileName().toString().startsWith(prefix));
  }

  private static boolean exists(Path file, @Nullable String anchor) {
    return Files.exists(file) && (anchor == null || anchors(file).anyMatch(anchor::equals));
  }

  /** Returns the anchors that GitHub creates for headings. */
  private static Stream<String> anchors(Path page) {
    return HEADING
        .matcher(Documents.text(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'));
  }

  /** Returns the comments of a Java file. */
  private static String comments(String java) {
    return COMMENT.matcher(java).results().map(MatchResult::group).collect(joining("\n"));
  }
}
