package dev.rampline.deployment;

import dev.rampline.adapter.AwsUnderTest;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Deletes the resources that a deleted stack retains.
 *
 * @param aws the AWS endpoint
 */
record RetainedResources(AwsUnderTest aws) {

  void drop(List<StackResource> resources) {
    try (DynamoDbClient tables = aws.dynamoDb();
        SqsClient queues = aws.sqs();
        SecretsManagerClient secrets = aws.secretsManager()) {
      for (StackResource resource : resources) {
        String id = resource.physicalResourceId();
        switch (resource.resourceType()) {
          case "AWS::DynamoDB::Table" -> drop(tables, id);
          case "AWS::SQS::Queue" -> queues.deleteQueue(queue -> queue.queueUrl(id));
          case "AWS::SecretsManager::Secret" ->
              secrets.deleteSecret(secret -> secret.secretId(id).forceDeleteWithoutRecovery(true));
          default -> {}
        }
      }
    }
  }

  private static void drop(DynamoDbClient client, String table) {
    client.updateTable(update -> update.tableName(table).deletionProtectionEnabled(false));
    client.waiter().waitUntilTableExists(wanted -> wanted.tableName(table));
    client.deleteTable(drop -> drop.tableName(table));
  }
}
