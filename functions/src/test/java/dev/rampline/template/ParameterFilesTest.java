package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the parameters' groups, and the files with the parameters of each environment. */
class ParameterFilesTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern REGION = Pattern.compile("(?m)^region");
  private static final int MAX_MAIN_PARAMETERS = 10;

  private final JsonNode parameters = Template.read().root().path("Parameters");
  private final JsonNode form =
      Template.read().root().path("Metadata").path("AWS::CloudFormation::Interface");
  private final String config = Files.readString(ROOT.resolve("samconfig.toml"));

  ParameterFilesTest() throws IOException {}

  @Test
  void groups_containEveryParameterOnce_andFewBesideAdvanced() {
    List<JsonNode> groups = Template.elements(form.path("ParameterGroups")).toList();
    List<String> main =
        groups.subList(0, groups.size() - 1).stream()
            .flatMap(ParameterFilesTest::parametersOf)
            .toList();

    assertThat(groups.getLast().at("/Label/default").asText()).isEqualTo("Advanced");
    assertThat(groups.stream().flatMap(ParameterFilesTest::parametersOf))
        .containsExactlyInAnyOrderElementsOf(
            parameters.propertyStream().map(Map.Entry::getKey).toList());
    assertThat(main).hasSizeLessThanOrEqualTo(MAX_MAIN_PARAMETERS);
    assertThat(form.path("ParameterLabels").propertyStream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrderElementsOf(main);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "production"})
  void file_hasAllowedValuesOfExistingParameters(String environment) throws IOException {
    assertThat(file(environment).properties())
        .isNotEmpty()
        .allSatisfy(
            value -> {
              JsonNode parameter = parameters.path(value.getKey());
              List<String> allowed =
                  Template.elements(parameter.path("AllowedValues")).map(JsonNode::asText).toList();
              assertThat(parameter.isMissingNode()).as(value.getKey()).isFalse();
              assertThat(allowed.isEmpty() || allowed.contains(value.getValue().asText())).isTrue();
              assertThat(value.getValue().asText())
                  .matches(parameter.path("AllowedPattern").asText(".*"));
            });
  }

  /**
   * Otherwise an exception on the command line would stay: SAM keeps values that it is not given.
   */
  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "production"})
  void file_endsExceptionsOfOneDeployment(String environment) throws IOException {
    assertThat(file(environment).path("IgnoreAlarms").asText()).isEqualTo("false");
    assertThat(file(environment).path("OriginCheck").asText()).isEqualTo("on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "production"})
  void environment_hasAStackOfItsOwn_withTheNameOfItsResources(String environment)
      throws IOException {
    String name = file(environment).path("Name").asText();

    assertThat(config)
        .contains(
            "[%s.global.parameters]\nstack_name = \"%s\"\n".formatted(environment, name),
            "parameter_overrides = \"file://infrastructure/parameters/%s.yaml\""
                .formatted(environment),
            "tags = \"application=rampline environment=%s\"".formatted(environment));
    assertThat(config).containsOnlyOnce("stack_name = \"%s\"\n".formatted(name));
  }

  @Test
  void region_isNotPreset() {
    assertThat(config).doesNotContainPattern(REGION);
  }

  private static Stream<String> parametersOf(JsonNode group) {
    return Template.elements(group.path("Parameters")).map(JsonNode::asText);
  }

  private static JsonNode file(String environment) throws IOException {
    return new YAMLMapper()
        .readTree(ROOT.resolve("infrastructure/parameters/" + environment + ".yaml").toFile());
  }
}
