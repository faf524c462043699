package dev.rampline.benchmark.cost;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.rampline.benchmark.cost.CostInputs.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class CostModelTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final double TARGET = 4;

  private final CostInputs inputs = CostInputs.read();
  private final Deployment deployment = inputs.deployment();
  private final JsonNode template = yaml("template.yaml");
  private final JsonNode functions = template.at("/Globals/Function");
  private final JsonNode alarms = yaml("infrastructure/alarms.yaml");
  private final JsonNode subscriber = yaml("infrastructure/subscriber.yaml");

  CostModelTest() throws IOException {}

  @Test
  void page_hasTheTablesOfTheModel() throws IOException {
    String page = Files.readString(ROOT.resolve("docs/cost.md"));

    assertThat(new CostTables(inputs).all()).allSatisfy(table -> assertThat(page).contains(table));
    assertThat(page).contains("%.0f USD a month".formatted(new CostModel(inputs).fixedMonth()));
  }

  @Test
  void receiver_costsAtMostFourDollarsAMillion_atTenMillionADay() {
    Map<String, Double> costs = new CostModel(inputs).receiver(1e7);

    assertThat(costs.values().stream().mapToDouble(Double::doubleValue).sum())
        .as("%s", costs)
        .isLessThanOrEqualTo(TARGET);
  }

  @Test
  void functions_haveTheMemoryThatTheModelChooses() {
    assertThat(deployment.memoryMb()).isEqualTo(functions.path("MemorySize").asInt());
    assertThat(deployment.memoryMb()).isEqualTo(new CostModel(inputs).bestMemory());
    assertThat(resources(template, "AWS::Serverless::Function"))
        .noneMatch(function -> function.has("MemorySize") || function.has("Architectures"));
  }

  @Test
  void functions_areAsInTheTemplate() {
    JsonNode relay = template.at("/Resources/RelayFunction/Properties/Events/LedgerStream");

    assertThat(parameter("Architecture").asText()).isEqualTo(deployment.architecture());
    assertThat(
            template.at("/Resources/WebhookFunction/Properties/Tracing").asText().equals("Active"))
        .isEqualTo(deployment.tracing());
    assertThat(
            template
                .at("/Resources/WebhookFunction/Properties/SnapStart/ApplyOn")
                .asText()
                .equals("PublishedVersions"))
        .isEqualTo(deployment.snapStart());
    assertThat(functions.path("LoggingConfig").path("LogFormat").asText()).isEqualTo("JSON");
    assertThat(functions.path("LoggingConfig").path("SystemLogLevel").asText())
        .isEqualTo(deployment.systemLogLevel());
    assertThat(parameter("LogRetentionDays").asInt()).isEqualTo(deployment.logRetentionDays());
    assertThat(relay.at("/Properties/BatchSize").asInt()).isEqualTo(deployment.relayBatch());
    assertThat(relay.at("/Properties/MaximumBatchingWindowInSeconds").asInt())
        .isEqualTo(deployment.relayWindowSeconds());
    assertThat(
            template
                .at("/Resources/ReconcileFunction/Properties/Events/Schedule/Properties/Schedule")
                .asText())
        .isEqualTo("rate(%d minutes)".formatted(deployment.reconcileMinutes()));
    assertThat(parameter("ProviderRate").asInt()).isEqualTo(deployment.providerRate());
  }

  @Test
  void table_isAsInTheTemplate() {
    JsonNode table = template.at("/Resources/Ledger/Properties");

    assertThat(table.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
    assertThat(table.path("GlobalSecondaryIndexes"))
        .allMatch(index -> index.at("/Projection/ProjectionType").asText().equals("KEYS_ONLY"));
    assertThat(table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean())
        .isEqualTo(deployment.backup());
  }

  @Test
  void alarmsSecretsAndSubscriber_areAsInTheTemplates() {
    long metrics =
        Stream.of(alarms, subscriber)
            .flatMap(stack -> resources(stack, "AWS::CloudWatch::Alarm"))
            .mapToLong(CostModelTest::metrics)
            .sum();

    assertThat(metrics).isEqualTo(deployment.alarmMetrics());
    assertThat(resources(alarms, "AWS::CloudWatch::Dashboard")).hasSize(1);
    assertThat(resources(template, "AWS::SecretsManager::Secret")).hasSize(deployment.secrets());
    assertThat(resources(subscriber, "AWS::ECS::TaskDefinition"))
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.path("Cpu").asInt() / 1024.0).isEqualTo(deployment.subscriberVcpu());
              assertThat(task.path("Memory").asInt() / 1024.0).isEqualTo(deployment.subscriberGb());
            });
  }

  @Test
  void accessLogEntry_hasTheBytesOfTheModel() {
    Map<String, String> usual =
        Map.of(
            "$context.requestId", "JKJaXmPLvHcESHA=",
            "$context.status", "200",
            "$context.identity.sourceIp", "203.0.113.100",
            "$context.responseLatency", "18");
    String entry = template.at("/Resources/ApiStage/Properties/AccessLogSettings/Format").asText();
    for (Map.Entry<String, String> value : usual.entrySet()) {
      entry = entry.replace(value.getKey(), value.getValue());
    }

    assertThat(entry).doesNotContain("$context");
    assertThat(entry.getBytes(UTF_8)).hasSize(deployment.accessLogBytes());
  }

  /** Returns the metrics of an alarm, without those that an expression computes. */
  private static long metrics(JsonNode alarm) {
    return alarm.has("Metrics")
        ? StreamSupport.stream(alarm.path("Metrics").spliterator(), false)
            .filter(metric -> metric.has("MetricStat"))
            .count()
        : 1;
  }

  private JsonNode parameter(String name) {
    return template.path("Parameters").path(name).path("Default");
  }

  private static Stream<JsonNode> resources(JsonNode stack, String type) {
    return StreamSupport.stream(stack.path("Resources").spliterator(), false)
        .filter(resource -> resource.path("Type").asText().equals(type))
        .map(resource -> resource.path("Properties"));
  }

  private static JsonNode yaml(String file) throws IOException {
    return new YAMLMapper().readTree(Files.readString(ROOT.resolve(file)));
  }
}
