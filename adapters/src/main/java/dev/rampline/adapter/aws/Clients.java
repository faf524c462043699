package dev.rampline.adapter.aws;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Creates AWS clients, a new one for each call. */
public interface Clients {
  /** Creates a client for the ledger's table. */
  DynamoDbClient dynamoDb();

  /** Creates a client for the queues. */
  SqsClient sqs();

  /** Creates a client for the keys. */
  SecretsManagerClient secretsManager();

  /**
   * Creates a client for the topic. Only the relay calls it, and only if there is a topic.
   *
   * @throws UnsupportedOperationException unless overridden: the embedded stores have no SNS
   */
  default SnsClient sns() {
    throw new UnsupportedOperationException("There is no SNS");
  }

  /** Creates clients with region, credentials and endpoints from the SDK's environment. */
  static Clients ofEnvironment() {
    return new Clients() {
      @Override
      public DynamoDbClient dynamoDb() {
        return AwsClients.dynamoDb().build();
      }

      @Override
      public SqsClient sqs() {
        return AwsClients.sqs().build();
      }

      @Override
      public SecretsManagerClient secretsManager() {
        return AwsClients.secretsManager().build();
      }

      @Override
      public SnsClient sns() {
        return AwsClients.sns().build();
      }
    };
  }
}
