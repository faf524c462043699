package dev.rampline.inspector.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.operations.stack.StackAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The IAM policy with the permissions that reading a stack needs. */
public final class StackPolicy {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Positions in an ARN. */
  private static final int SERVICE = 2;

  private static final int REGION = 3;
  private static final int RESOURCE = 5;

  private static final String NESTED_STACK = "AWS::CloudFormation::Stack";

  private final ArrayNode statements = MAPPER.createArrayNode();

  private StackPolicy() {}

  /**
   * Returns the policy of a stack.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException if its table cannot be described
   */
  public static JsonNode of(StackAccess stack) {
    String table = tableArn(stack);
    Stream<String> stacks =
        Stream.concat(
            Stream.of(arn(table, "cloudformation", "stack/" + stack.view().name() + "/*")),
            stack.view().ofType(NESTED_STACK));
    List<String> logs =
        stack.view().logGroups().stream()
            .map(group -> arn(table, "logs", "log-group:" + group + ":*"))
            .toList();
    StackPolicy policy = new StackPolicy();
    policy.allow(
        "ReadStack",
        List.of("cloudformation:DescribeStacks", "cloudformation:ListStackResources"),
        stacks.toList());
    policy.allow(
        "ReadLedger",
        List.of(
            "dynamodb:BatchGetItem",
            "dynamodb:DescribeTable",
            "dynamodb:GetItem",
            "dynamodb:Query"),
        List.of(table, table + "/index/open", table + "/index/partner-order"));
    policy.allow(
        "FollowLedger",
        List.of("dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"),
        List.of(table + "/stream/*"));
    policy.allow("ReadLogs", List.of("logs:FilterLogEvents"), logs);
    String key = stack.view().parameter("KmsKeyArn");
    if (!key.isEmpty()) {
      policy
          .allow("Decrypt", List.of("kms:Decrypt"), List.of(key))
          .putObject("Condition")
          .putObject("StringLike")
          .put("kms:ViaService", "*." + table.split(":", -1)[REGION] + ".*");
    }
    ObjectNode json = MAPPER.createObjectNode().put("Version", "2012-10-17");
    return json.set("Statement", policy.statements);
  }

  /** Returns an ARN of the table's partition, region and account. */
  private static String arn(String table, String service, String resource) {
    List<String> parts = new ArrayList<>(List.of(table.split(":", -1)).subList(0, RESOURCE));
    parts.set(SERVICE, service);
    parts.add(resource);
    return String.join(":", parts);
  }

  private static String tableArn(StackAccess stack) {
    try (DynamoDbClient tables = stack.dynamoDb()) {
      return tables
          .describeTable(wanted -> wanted.tableName(stack.view().ledgerTable()))
          .table()
          .tableArn();
    }
  }

  private ObjectNode allow(String id, List<String> actions, List<String> resources) {
    ObjectNode statement = statements.addObject().put("Sid", id).put("Effect", "Allow");
    actions.forEach(statement.putArray("Action")::add);
    resources.forEach(statement.putArray("Resource")::add);
    return statement;
  }
}
