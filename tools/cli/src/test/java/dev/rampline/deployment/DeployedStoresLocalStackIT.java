package dev.rampline.deployment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.adapter.LocalStackAws;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Compares the deployed table, queues and secret with the template. (LocalStack does not support
 * backups, table encryption or deletion protection.)
 */
final class DeployedStoresLocalStackIT {
  private static final JsonMapper JSON = new JsonMapper();

  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final DeployedStack stack = DeployedStack.create(AWS.aws());
  private final DynamoDbClient tables = AWS.aws().dynamoDb();
  private final SqsClient queues = AWS.aws().sqs();
  private final SecretsManagerClient secrets = AWS.aws().secretsManager();

  DeployedStoresLocalStackIT() throws IOException {}

  @AfterEach
  void close() {
    tables.close();
    queues.close();
    secrets.close();
    stack.close();
  }

  @Test
  void deployedStores_equalTheTemplate() throws JsonProcessingException {
    assertTable();
    stack.template().ofType("AWS::SQS::Queue").forEach(this::assertQueue);
    assertDeadLetters();
    assertThat(List.of("Keys", "ApiCredentials"))
        .allSatisfy(
            secret ->
                assertThat(
                        secrets.describeSecret(wanted -> wanted.secretId(stack.id(secret))).name())
                    .isEqualTo(stack.template().properties(secret).path("Name").asText()));
  }

  @Test
  void failedInvocations_goToTheConfiguredQueue() {
    assertThat(stack.output("RelayFunctionOnFailure")).isEqualTo(arn("RelayDeadQueue"));
    assertThat(stack.output("RotationFunctionOnFailure")).isEqualTo(arn("ScheduleDeadQueue"));
    assertThat(stack.output("ReconcileFunctionOnFailure")).isEqualTo(arn("ScheduleDeadQueue"));
  }

  @Test
  void deletedStack_retainsLedgerQueuesAndKeys() {
    List<String> made = stack.template().ofType("AWS::SQS::Queue").map(Map.Entry::getKey).toList();
    List<String> arns = made.stream().map(this::arn).toList();
    String table = stack.output("LedgerTable");
    String secret = stack.output("KeysSecretArn");

    stack.delete();

    assertThat(made).extracting(this::arn).isEqualTo(arns);
    assertThat(tables.describeTable(wanted -> wanted.tableName(table)).table().tableName())
        .isEqualTo(table);
    assertThat(secrets.describeSecret(wanted -> wanted.secretId(secret)).arn()).isEqualTo(secret);
  }

  private void assertTable() {
    JsonNode wanted = stack.template().properties("Ledger");
    TableDescription table =
        tables.describeTable(named -> named.tableName(stack.output("LedgerTable"))).table();
    TableShape shape = TableShape.of(table);
    assertThat(shape).isEqualTo(TableShape.of(wanted));
    assertThat(stack.output("RelayFunctionStream")).isEqualTo(table.latestStreamArn());
  }

  private void assertQueue(Map.Entry<String, JsonNode> queue) {
    assertThat(attributes(queue.getKey()))
        .as(queue.getKey())
        .containsAllEntriesOf(scalars(queue.getValue()))
        .containsEntry("SqsManagedSseEnabled", "true")
        .containsEntry("MessageRetentionPeriod", "1209600")
        .hasEntrySatisfying(
            "Policy", policy -> assertThat(policy).contains("Deny", "aws:SecureTransport"));
  }

  private void assertDeadLetters() throws JsonProcessingException {
    JsonNode redrive = json("EventsQueue", "RedrivePolicy");
    assertThat(redrive.path("deadLetterTargetArn").asText()).isEqualTo(arn("EventsDeadQueue"));
    assertThat(redrive.path("maxReceiveCount").asInt())
        .isEqualTo(
            stack
                .template()
                .properties("EventsQueue")
                .at("/RedrivePolicy/maxReceiveCount")
                .asInt());
    assertThat(json("EventsDeadQueue", "RedriveAllowPolicy").path("sourceQueueArns"))
        .extracting(JsonNode::asText)
        .containsExactly(arn("EventsQueue"));
    assertThat(json("EventsQueue", "RedriveAllowPolicy").path("redrivePermission").asText())
        .isEqualTo("denyAll");
  }

  private JsonNode json(String queue, String attribute) throws JsonProcessingException {
    return JSON.readTree(requireNonNull(attributes(queue).get(attribute)));
  }

  private String arn(String queue) {
    return requireNonNull(attributes(queue).get("QueueArn"));
  }

  private Map<String, String> attributes(String queue) {
    return queues
        .getQueueAttributes(
            wanted -> wanted.queueUrl(stack.id(queue)).attributeNames(QueueAttributeName.ALL))
        .attributesAsStrings();
  }

  /** The attributes with equal names in SQS and CloudFormation: all but the name. */
  private static Map<String, String> scalars(JsonNode properties) {
    Map<String, String> scalars = new HashMap<>();
    properties.forEachEntry((name, value) -> scalars.put(name, value.asText()));
    scalars.values().removeIf(String::isEmpty);
    scalars.remove("QueueName");
    return scalars;
  }
}
