package dev.rampline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No documented command takes a secret value as an argument, which all users of the machine can
 * read; and Git ignores the files that take its place.
 */
class DocumentedSecretsTest {
  private static final List<Pattern> SECRETS =
      Stream.of(
              "--secret-(string|binary)[ =](?!file)",
              "--[\\w-]*(access-token|webhook-secret|api-?key|api-?secret|password)\\b(?!-stdin)",
              "(-e|--env)[ =]\\w*(KEYS?|SECRET|TOKEN|PASSWORD)=",
              "\\b\\w*(Secret|Token|ApiKey|Password)=(?!\\{)",
              "(?i)curl .*--user\\b|authorization:",
              "(?i)(echo|printf)\\b.*(secret|token|api-?key)")
          .map(Pattern::compile)
          .toList();

  private static final Pattern KEYS_FILE =
      Pattern.compile("(?:file://|--keys |> )([\\w./-]+\\.json)");

  @Test
  void documentedCommand_containsNoSecret() {
    assertThat(DocumentedCommand.all())
        .isNotEmpty()
        .filteredOn(command -> containsSecret(command.text()))
        .isEmpty();
  }

  @Test
  void scriptsTemplatesAndHelpTexts_giveNoSecretAsAnArgument() {
    List<Pattern> options = SECRETS.subList(0, 3);

    assertThat(Documents.tracked())
        .filteredOn(file -> !Documents.name(file).contains("src/test/"))
        .filteredOn(file -> Documents.textIfAny(file).stream().anyMatch(it -> find(options, it)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws secretsmanager put-secret-value --secret-id rampline/keys --secret-string '{}'",
        "./rampline verify BODY --access-token …",
        "./rampline dev --webhook-secret=whsec",
        "docker login --password whsec",
        "docker run --env RAMPLINE_KEYS='{}' rampline/subscriber",
        "sam deploy --parameter-overrides WebhookSecret=whsec",
        "curl --header 'Authorization: Bearer …' https://example.com",
      })
  void plantedSecret_isFound(String command) {
    assertThat(containsSecret(command)).isTrue();
  }

  @Test
  void filesWithKeys_areIgnoredByGit() throws Exception {
    Set<String> files =
        DocumentedCommand.all()
            .flatMap(command -> KEYS_FILE.matcher(command.text()).results())
            .map(found -> found.group(1))
            .filter(file -> !file.startsWith("events/"))
            .collect(Collectors.toSet());

    assertThat(files).contains("keys.json", "api.json");
    for (String file : files) {
      assertThat(isIgnored(file)).as(file).isTrue();
    }
    assertThat(isIgnored("staging.keys.json")).isTrue();
    assertThat(isIgnored("infrastructure/subscriber.env")).isTrue();
    assertThat(isIgnored("events/keys.json")).isFalse();
  }

  private static boolean containsSecret(String command) {
    return find(SECRETS, command);
  }

  private static boolean find(List<Pattern> patterns, String text) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
  }

  private static boolean isIgnored(String file) throws Exception {
    int code =
        new ProcessBuilder("git", "check-ignore", "--quiet", "--no-index", file)
            .directory(Documents.ROOT.toFile())
            .start()
            .waitFor();
    Assumptions.assumeTrue(code <= 1, "This folder is not a repository of Git");
    return code == 0;
  }
}
