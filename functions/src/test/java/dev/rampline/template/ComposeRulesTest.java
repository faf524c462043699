package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tests that the Compose service is as isolated as the ECS task. */
class ComposeRulesTest {
  private static final Path FOLDER = Path.of("..", "infrastructure");

  private final JsonNode service =
      new YAMLMapper().readTree(FOLDER.resolve("compose.yaml").toFile()).at("/services/subscriber");
  private final JsonNode ecsContainer =
      Template.ofSubscriber().properties("Task").at("/ContainerDefinitions/0");

  ComposeRulesTest() throws IOException {}

  @Test
  void container_isIsolated_asInEcs() {
    assertThat(service.path("read_only").asBoolean()).isTrue();
    assertThat(service.at("/cap_drop/0").asText()).isEqualTo("ALL");
    assertThat(service.at("/security_opt/0").asText()).isEqualTo("no-new-privileges:true");
    assertThat(service.path("user")).isEqualTo(ecsContainer.path("User"));
    assertThat(service.has("ports")).isFalse();
  }

  @Test
  void container_hasStopTimeoutAndHealthCheckOfEcs() {
    assertThat(service.path("stop_grace_period").asText())
        .isEqualTo(ecsContainer.path("StopTimeout").asText() + "s");
    assertThat(service.at("/healthcheck/test")).isEqualTo(ecsContainer.at("/HealthCheck/Command"));
  }

  @Test
  void exampleSettings_areReadByTheCode() throws IOException {
    assertThat(Files.readAllLines(FOLDER.resolve("subscriber.env.example")))
        .filteredOn(line -> line.matches("(RAMPLINE|OTEL)_.*"))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(CodeVariables.of("subscriber"))
                    .contains(line.substring(0, line.indexOf('='))));
  }
}
