package dev.rampline.operations.stack;

import dev.rampline.adapter.aws.AwsClients;
import dev.rampline.adapter.aws.Clients;
import dev.rampline.operations.recovery.StoreClients;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A stack of {@code template.yaml} and the access to it.
 *
 * @param aws region, endpoint and profile
 */
public record StackAccess(StackView view, AwsAccess aws) implements Clients {
  /**
   * Reads a stack.
   *
   * @param name the name of the stack
   * @throws software.amazon.awssdk.core.exception.SdkException if the stack does not exist or
   *     cannot be read
   */
  public static StackAccess of(String name, AwsAccess aws) {
    try (CloudFormationClient client = aws.client(CloudFormationClient.builder())) {
      return new StackAccess(StackView.of(client, name), aws);
    }
  }

  /** Creates clients of the ledger table, the queues, and the topic if the stack has one. */
  public StoreClients storeClients() {
    return new StoreClients(
        dynamoDb(),
        sqs(),
        view.ledgerTable(),
        view::queueName,
        view.topic().map(arn -> new StoreClients.Topic(sns(), arn)));
  }

  @Override
  public DynamoDbClient dynamoDb() {
    return aws.client(AwsClients.dynamoDb());
  }

  @Override
  public SqsClient sqs() {
    return aws.client(AwsClients.sqs());
  }

  @Override
  public SecretsManagerClient secretsManager() {
    return aws.client(AwsClients.secretsManager());
  }

  @Override
  public SnsClient sns() {
    return aws.client(AwsClients.sns());
  }
}
