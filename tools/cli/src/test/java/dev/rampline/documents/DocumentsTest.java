package dev.rampline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a document refers to is there. */
class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");
  private static final Pattern PLACE = Pattern.compile("]\\(((?!https?:)[^)#]*\\.md)?#([^)]*)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT))`");

  @TestFactory
  Stream<DynamicTest> every_link_leads_to_a_file() {
    return ofEachPage(
        page ->
            assertThat(named(LINK, page))
                .allMatch(link -> Files.exists(page.resolveSibling(link))));
  }

  @TestFactory
  Stream<DynamicTest> every_link_into_a_page_leads_to_a_heading() {
    return ofEachPage(
        page ->
            PLACE
                .matcher(Documents.text(page))
                .results()
                .forEach(
                    link ->
                        assertThat(anchors(target(page, link)))
                            .as(link.group())
                            .contains(link.group(2))));
  }

  @TestFactory
  Stream<DynamicTest> every_test_that_is_named_exists() {
    Set<String> tests = tests();
    return ofEachPage(page -> assertThat(tests).containsAll(named(TEST, page)));
  }

  private static Stream<DynamicTest> ofEachPage(Consumer<Path> claim) {
    return Documents.pages()
        .map(page -> DynamicTest.dynamicTest(Documents.name(page), () -> claim.accept(page)));
  }

  private static Path target(Path page, MatchResult link) {
    return link.group(1) == null ? page : page.resolveSibling(link.group(1));
  }

  /** What GitHub makes of headings. */
  private static Set<String> anchors(Path page) {
    return HEADING
        .matcher(Documents.text(page))
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static List<String> named(Pattern pattern, Path page) {
    return pattern
        .matcher(Documents.text(page))
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }

  private static Set<String> tests() {
    return Documents.files(Documents.ROOT)
        .filter(file -> file.toString().contains("/src/test/java/"))
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .collect(Collectors.toSet());
  }
}
