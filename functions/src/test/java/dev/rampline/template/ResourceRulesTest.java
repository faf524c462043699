package dev.rampline.template;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampline.ingest.RetryDelayer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules for the template's resources, parameters and outputs. */
class ResourceRulesTest {
  private static final int DAYS_14 = 14 * 24 * 60 * 60;

  private final Template template = Template.read();

  ResourceRulesTest() throws IOException {}

  static Stream<Map.Entry<String, JsonNode>> parameters() throws IOException {
    return Template.read().root().path("Parameters").properties().stream();
  }

  static Stream<Map.Entry<String, JsonNode>> outputs() throws IOException {
    return Template.read().root().path("Outputs").properties().stream();
  }

  static Stream<Map.Entry<String, JsonNode>> queues() throws IOException {
    return Template.read().root().path("Resources").properties().stream()
        .filter(entry -> Template.type(entry.getValue()).equals("AWS::SQS::Queue"));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void parameter_isDescribedConstrainedAndUsed(Map.Entry<String, JsonNode> parameter) {
    JsonNode definition = parameter.getValue();

    assertThat(definition.path("Description").asText()).isNotBlank();
    assertThat(Set.of("AllowedValues", "AllowedPattern", "MinValue")).anyMatch(definition::has);
    assertThat(template.text())
        .containsPattern("!Ref %1$s\\b|\\$\\{%1$s\\}".formatted(parameter.getKey()));
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void output_isDescribed(Map.Entry<String, JsonNode> output) {
    assertThat(output.getValue().path("Description").asText()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("queues")
  void queue_isEncrypted_andKeepsMessagesFor14Days(Map.Entry<String, JsonNode> queue) {
    JsonNode properties = queue.getValue().path("Properties");

    assertThat(properties.path("MessageRetentionPeriod").asInt()).isEqualTo(DAYS_14);
    assertThat(properties.path("SqsManagedSseEnabled").path(2).asBoolean()).isTrue();
    assertThat(properties.path("KmsMasterKeyId").path(1).asText()).isEqualTo("KmsKeyArn");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ledger",
        "EventsQueue",
        "EventsDeadQueue",
        "RelayDeadQueue",
        "RetryQueue",
        "RetryDeadQueue",
        "Quarantine",
        "ScheduleDeadQueue",
        "Keys",
        "ApiCredentials"
      })
  void store_isRetained_whenTheStackIsDeleted(String store) {
    assertThat(template.resource(store).path("DeletionPolicy").asText())
        .isEqualTo("RetainExceptOnCreate");
    assertThat(template.resource(store).path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Keys", "ApiCredentials"})
  void secret_hasNoValue(String secret) {
    assertThat(template.properties(secret).has("SecretString")).isFalse();
    assertThat(template.properties(secret).has("GenerateSecretString")).isFalse();
  }

  @Test
  void relay_receivesOnlyWritesOfSubjects() throws IOException {
    JsonNode filters = streamSource().path("FilterCriteria").path("Filters");

    assertThat(filters).hasSize(1);
    assertThat(new ObjectMapper().readTree(filters.path(0).path("Pattern").asText()))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {
                      "eventName": ["INSERT", "MODIFY"],
                      "dynamodb": {
                        "Keys": {"subject": {"S": [{"prefix": "order/"}, {"prefix": "kyc/"}]}}
                      }
                    }
                    """));
  }

  @Test
  void relay_retriesUntilTheRecordExpires_andReportsIt() {
    assertThat(streamSource().path("StartingPosition").asText()).isEqualTo("TRIM_HORIZON");
    assertThat(streamSource().path("MaximumRetryAttempts").asInt()).isEqualTo(-1);
    assertThat(streamSource().path("MaximumRecordAgeInSeconds").asInt()).isEqualTo(24 * 60 * 60);
    assertThat(
            streamSource().path("DestinationConfig").path("OnFailure").path("Destination").asText())
        .isEqualTo("RelayDeadQueue.Arn");
    assertThat(streamSource().path("FunctionResponseTypes").path(0).asText())
        .isEqualTo("ReportBatchItemFailures");
  }

  @Test
  void retry_reportsItemFailures_andLimitsConcurrency() {
    JsonNode retry = template.properties("RetryFunction");
    JsonNode source = retry.path("Events").path("QueuedForRetry").path("Properties");

    assertThat(source.path("Queue").asText()).isEqualTo("RetryQueue.Arn");
    assertThat(source.path("BatchSize").asInt()).isLessThanOrEqualTo(RetryDelayer.MAX_BATCH);
    assertThat(source.path("FunctionResponseTypes").path(0).asText())
        .isEqualTo("ReportBatchItemFailures");
    assertThat(source.path("ScalingConfig").path("MaximumConcurrency").asInt()).isBetween(2, 10);
    assertThat(template.properties("RetryQueue").path("VisibilityTimeout").asInt())
        .isEqualTo(6 * retry.path("Timeout").asInt());
  }

  @Test
  void rotation_runsOneAtATime_every10Minutes() {
    JsonNode rotation = template.properties("RotationFunction");

    assertThat(rotation.path("ReservedConcurrentExecutions").path(1).asInt()).isOne();
    assertThat(
            rotation.path("Events").path("Schedule").path("Properties").path("Schedule").asText())
        .isEqualTo("rate(10 minutes)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        """
        WebhookFunction | dynamodb:GetItem dynamodb:PutItem @Ledger.Arn, sqs:SendMessage \
        @EventsQueue.Arn @RetryQueue.Arn @Quarantine.Arn, secretsmanager:GetSecretValue @Keys""",
        """
        RetryFunction | dynamodb:GetItem dynamodb:PutItem @Ledger.Arn, sqs:ReceiveMessage \
        sqs:DeleteMessage sqs:GetQueueAttributes sqs:ChangeMessageVisibility @RetryQueue.Arn, \
        sqs:SendMessage @EventsQueue.Arn @RetryDeadQueue.Arn @Quarantine.Arn""",
        """
        RelayFunction | dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator \
        @Ledger.StreamArn, dynamodb:ListStreams @${Ledger.Arn}/stream/*, \
        sqs:SendMessage @EventsQueue.Arn @RelayDeadQueue.Arn, sns:Publish @EventsTopic""",
        """
        RotationFunction | secretsmanager:GetSecretValue secretsmanager:PutSecretValue \
        secretsmanager:UpdateSecretVersionStage @Keys, secretsmanager:GetSecretValue \
        @ApiCredentials, sqs:SendMessage @ScheduleDeadQueue.Arn""",
        """
        ReconcileFunction | dynamodb:GetItem dynamodb:PutItem @Ledger.Arn, dynamodb:Query \
        @${Ledger.Arn}/index/open, sqs:SendMessage @EventsQueue.Arn @ScheduleDeadQueue.Arn, \
        secretsmanager:GetSecretValue @Keys @ApiCredentials""",
      })
  void function_hasMinimalPermissions(String function, String allowed) {
    assertThat(template.statements(template.properties(function)).map(ResourceRulesTest::asText))
        .filteredOn(statement -> !statement.matches("(logs|xray|kms):.*"))
        .containsExactly(allowed.split(", ", -1));
  }

  @Test
  void keys_areWrittenOnlyByTheRotation() {
    assertThat(template.functions())
        .filteredOn(function -> !function.getKey().equals("RotationFunction"))
        .flatMap(function -> template.statements(function.getValue()).toList())
        .filteredOn(statement -> texts(statement.path("Resource")).contains("Keys"))
        .extracting(statement -> statement.path("Action").asText())
        .containsOnly("secretsmanager:GetSecretValue");
  }

  @Test
  void rotationResources_requireProviderUrl() {
    assertThat(Stream.of("RotationFunction", "RotationLogs", "RotationRole"))
        .extracting(resource -> template.resource(resource).path("Condition").asText())
        .containsOnly("CallsProvider");
  }

  @Test
  void reconcile_runsOneAtATime_andEndsBeforeTheNextRun() {
    JsonNode reconcile = template.properties("ReconcileFunction");

    assertThat(reconcile.path("ReservedConcurrentExecutions").path(1).asInt()).isOne();
    assertThat(reconcile.path("Timeout").asInt()).isLessThan(300);
    assertThat(
            reconcile.path("Events").path("Schedule").path("Properties").path("Schedule").asText())
        .isEqualTo("rate(5 minutes)");
  }

  @Test
  void reconcileResources_requireProviderUrl() {
    assertThat(Stream.of("ReconcileFunction", "ReconcileLogs", "ReconcileRole"))
        .extracting(resource -> template.resource(resource).path("Condition").asText())
        .containsOnly("CallsProvider");
  }

  private static String asText(JsonNode statement) {
    return String.join(" ", texts(statement.path("Action")))
        + texts(statement.path("Resource")).stream().map(" @"::concat).collect(joining());
  }

  private static List<String> texts(JsonNode oneOrMore) {
    return oneOrMore.isTextual()
        ? List.of(oneOrMore.asText())
        : Template.elements(oneOrMore).map(JsonNode::asText).toList();
  }

  private JsonNode streamSource() {
    return template
        .properties("RelayFunction")
        .path("Events")
        .path("LedgerStream")
        .path("Properties");
  }
}
