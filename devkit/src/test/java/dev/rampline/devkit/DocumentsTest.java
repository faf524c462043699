package dev.rampline.devkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a document refers to is there. */
class DocumentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT))`");

  @TestFactory
  Stream<DynamicTest> every_link_leads_to_a_file() {
    return documents()
        .map(
            document ->
                DynamicTest.dynamicTest(
                    ROOT.relativize(document).toString(),
                    () ->
                        assertThat(named(LINK, document))
                            .allMatch(link -> Files.exists(document.resolveSibling(link)))));
  }

  @TestFactory
  Stream<DynamicTest> every_test_that_is_named_exists() {
    Set<String> tests = tests();
    return documents()
        .map(
            document ->
                DynamicTest.dynamicTest(
                    ROOT.relativize(document).toString(),
                    () -> assertThat(tests).containsAll(named(TEST, document))));
  }

  private static List<String> named(Pattern pattern, Path document) throws IOException {
    return pattern
        .matcher(Files.readString(document))
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }

  private static Set<String> tests() {
    return files(ROOT)
        .filter(file -> file.toString().contains("/src/test/java/"))
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .collect(Collectors.toSet());
  }

  private static Stream<Path> documents() {
    return files(ROOT).filter(file -> file.toString().endsWith(".md"));
  }

  private static Stream<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> children = Files.list(folder)) {
      for (Path child : children.sorted().toList()) {
        if (Files.isRegularFile(child)) {
          files.add(child);
        } else if (isOurs(child.getFileName().toString())) {
          files(child).forEach(files::add);
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return files.stream();
  }

  private static boolean isOurs(String folder) {
    return !folder.startsWith(".") && !folder.equals("target") && !folder.equals("node_modules");
  }
}
