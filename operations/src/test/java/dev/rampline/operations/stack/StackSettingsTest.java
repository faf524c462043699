package dev.rampline.operations.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Compares the settings of the commands with those that the template gives the functions. */
class StackSettingsTest {
  private static final Pattern REFERENCE =
      Pattern.compile("(?m)^ {10}(RAMPLINE_\\w+): (?:!If \\[\\w+, )?!Ref (\\w+)(?:, \"\"])?$");
  private static final Pattern SHARED = Pattern.compile("(?m)^ {8}(RAMPLINE_\\w+): !Ref (\\w+)$");

  private final String template = Files.readString(Path.of("..", "template.yaml"));

  StackSettingsTest() throws IOException {}

  @Test
  void everySettingOfTheReconcileFunction_isRead() {
    Map<String, String> expected = references(SHARED, template);
    expected.putAll(references(REFERENCE, ofFunction("ReconcileFunction")));

    assertThat(expected).hasSizeGreaterThan(12);
    assertThat(settings()).containsAllEntriesOf(expected);
  }

  @Test
  void everySetting_isOneOfTheTemplate() {
    Map<String, String> all = references(SHARED, template);
    all.putAll(references(REFERENCE, template));

    assertThat(all).containsAllEntriesOf(settings());
  }

  @Test
  void missingParametersAndResources_areLeftOut() {
    StackView stack =
        new StackView(
            "rampline",
            StackStatus.CREATE_COMPLETE,
            Map.of("ProviderUrl", "", "Environment", "staging"),
            Map.of(),
            List.of(
                StackResourceSummary.builder()
                    .logicalResourceId("Ledger")
                    .physicalResourceId("other-ledger")
                    .resourceType("AWS::DynamoDB::Table")
                    .build()));

    assertThat(stack.variables())
        .isEqualTo(Map.of("RAMPLINE_ENVIRONMENT", "staging", "RAMPLINE_TABLE", "other-ledger"));
    assertThat(stack.ledgerTable()).isEqualTo("other-ledger");
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(StackSettings.PARAMETERS);
    settings.putAll(StackSettings.RESOURCES);
    return settings;
  }

  private static Map<String, String> references(Pattern pattern, String text) {
    Map<String, String> found = new HashMap<>();
    pattern.matcher(text).results().forEach(it -> found.put(it.group(1), it.group(2)));
    return found;
  }

  private String ofFunction(String logicalId) {
    String from = template.substring(template.indexOf("\n  " + logicalId + ":\n") + 3);
    return from.substring(0, from.indexOf("\n\n"));
  }
}
