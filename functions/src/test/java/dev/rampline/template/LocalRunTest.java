package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampline.adapter.configuration.KeysLocation;
import dev.rampline.function.WebhookConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the environment file of {@code sam local} in {@code events/} against the template. */
class LocalRunTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern OF_ONE_FUNCTION =
      Pattern.compile("RAMPLINE_(RELAY|RETRY|QUARANTINE|API_SECRET)_.*");

  private final Template template = Template.read();
  private final JsonNode parameters = read("local.env.json").path("Parameters");

  LocalRunTest() throws IOException {}

  /** {@code sam local} ignores variables that the template does not declare. */
  @ParameterizedTest
  @ValueSource(strings = {"WebhookFunction", "ReconcileFunction"})
  void functionWithKeys_declaresSharedVariablesOfTheFile(String function) {
    assertThat(template.environment(function).keySet())
        .containsAll(names().filter(OF_ONE_FUNCTION.asMatchPredicate().negate()).toList());
  }

  @Test
  void variableOfTheFile_isDeclaredByAFunction() {
    assertThat(names())
        .allSatisfy(
            name ->
                assertThat(template.functions().map(Map.Entry::getKey))
                    .anyMatch(function -> template.environment(function).containsKey(name)));
  }

  @Test
  void webhookFunction_withTheFile_hasKeysOfTheSampleEvents() throws IOException {
    Map<String, String> environment = new HashMap<>(template.environment("WebhookFunction"));
    parameters
        .propertyStream()
        .forEach(entry -> environment.put(entry.getKey(), entry.getValue().asText()));

    KeysLocation keys = WebhookConfiguration.of(environment).keys();

    assertThat(keys).isInstanceOf(KeysLocation.Inline.class);
    assertThat(((KeysLocation.Inline) keys).acceptsSamples()).isTrue();
    assertThat(MAPPER.readTree(((KeysLocation.Inline) keys).document().text()))
        .isEqualTo(read("keys.json"));
  }

  private Stream<String> names() {
    return parameters.propertyStream().map(Map.Entry::getKey);
  }

  private static JsonNode read(String file) throws IOException {
    return MAPPER.readTree(Path.of("..", "events", file).toFile());
  }
}
