package dev.rampline.adapter.aws;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes the clients of AWS, each when it is asked for, and each time anew. */
public interface Clients {
  /** For the ledger's table. */
  DynamoDbClient dynamoDb();

  /** For the queue. */
  SqsClient sqs();

  /** For the keys. */
  SecretsManagerClient secretsManager();

  /** With region, credentials and endpoints from the SDK's own environment. */
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
    };
  }
}
