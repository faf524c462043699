package dev.rampline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every file has the same version, as {@code .ci/release/set-version} writes it. */
class VersionTest {
  private static final String VERSION =
      versions("pom.xml", "(?m)^  <version>(.+)</version>").getFirst();
  private static final String RELEASE = VERSION.replace("-SNAPSHOT", "");

  @Test
  void pom_hasTheVersionOfItsParent() {
    assertThat(Documents.files(Documents.ROOT).map(Documents::name))
        .filteredOn(file -> file.endsWith("/pom.xml"))
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(versions(file, "<parent>[^/]*?/[^/]*?/[^/]*?<version>(.+)</version>"))
                    .containsExactly(VERSION));
  }

  @ParameterizedTest
  @CsvSource({
    "infrastructure/README.md,   2, rampline/subscriber:(\\S+)",
    "infrastructure/compose.yaml, 1, rampline/subscriber:([^}]+)",
  })
  void image_hasTheVersion(String file, int count, String pattern) {
    assertThat(versions(file, pattern)).hasSize(count).containsOnly(VERSION);
  }

  /** Neither npm nor PyPI nor the Serverless Application Repository has snapshots. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "consumer/typescript/package.json      | 1 | \"version\": \"(.+)\"",
        "consumer/typescript/package-lock.json | 2 | \"@rampline/consumer\",\\s+\"version\": \"(.+)\"",
        "consumer/python/pyproject.toml        | 1 | (?m)^version = \"(.+)\"",
        "docs/consumer-libraries.md            | 1 | rampline-consumer-(.+)\\.tgz",
        "template.yaml                         | 1 | SemanticVersion: (.+)",
        "asyncapi.yaml                         | 1 | (?m)^  version: (.+)",
        "openapi.yaml                          | 1 | (?m)^  version: (.+)",
      })
  void published_hasTheVersionOfTheRelease(String file, int count, String pattern) {
    assertThat(versions(file, pattern)).hasSize(count).containsOnly(RELEASE);
  }

  @Test
  void changelog_hasTheRelease_belowWhatIsUnreleased() {
    List<String> sections = versions("CHANGELOG.md", "(?m)^## (.+)");

    assertThat(sections).first().isEqualTo("Unreleased");
    if (VERSION.equals(RELEASE)) {
      assertThat(sections.get(1)).matches(Pattern.quote(RELEASE) + " - \\d{4}-\\d{2}-\\d{2}");
    }
  }

  private static List<String> versions(String file, String pattern) {
    return Pattern.compile(pattern)
        .matcher(Documents.text(Documents.ROOT.resolve(file)))
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
