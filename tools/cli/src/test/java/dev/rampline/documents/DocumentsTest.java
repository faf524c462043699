package dev.rampline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that everything exists to which pages, Javadoc and comments refer. */
class DocumentsTest {
  /** Contains broken references as test data. */
  private static final String THIS = "DocumentsTest.java";

  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT))`");

  @Test
  void references_ofAllFiles_resolve() {
    assertThat(
            Documents.tracked().filter(file -> !file.endsWith(THIS)).flatMap(DocumentsTest::broken))
        .as("Correct each reference below: the file, section or decision record does not exist.")
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Page.md   | See [the page](docs/nowhere.md).",
        "Page.md   | See [the section](docs/architecture.md#nowhere).",
        "Page.md   | See [the section](#nowhere).",
        "Page.md   | Run `.ci/nothing`.",
        "Page.md   | See decision 99.",
        "Code.java | /** See {@code docs/nowhere.md#section}. */",
        "Code.java | /** See {@code docs/architecture.md#nowhere}. */",
        "Code.java | // Written by .ci/nothing",
        "Code.java | // Decision 99 gives the reason.",
        "Code.java | String hint = \"see docs/runbook.md#nowhere\";",
        "script    | # See docs/architecture.md#nowhere.",
        "Page.yaml | # See decision record 99."
      })
  void brokenReference_isFound(String file, String text) {
    assertThat(References.broken(Documents.ROOT.resolve(file), text)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Page.md   | See [the section](docs/architecture.md#state-transition-rules).",
        "Page.md   | See [a site](https://example.com/docs/nowhere.md#section).",
        "Page.md   | Run `.ci/run`, see decision 1.",
        "Code.java | /** See {@code docs/architecture.md#conflicts}. */",
        "Code.java | String path = folder + \"events/new.json\";"
      })
  void existingReference_isAccepted(String file, String text) {
    assertThat(References.broken(Documents.ROOT.resolve(file), text)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> namedTests_exist() {
    Set<String> tests = tests();
    return Documents.pages()
        .map(
            page ->
                DynamicTest.dynamicTest(
                    Documents.name(page), () -> assertThat(tests).containsAll(namedTests(page))));
  }

  private static Stream<String> broken(Path file) {
    return Documents.textIfAny(file).stream()
        .flatMap(text -> References.broken(file, text))
        .map(reference -> Documents.name(file) + ": " + reference);
  }

  private static List<String> namedTests(Path page) {
    return TEST.matcher(Documents.text(page))
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
