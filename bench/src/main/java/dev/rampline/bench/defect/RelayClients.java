package dev.rampline.bench.defect;

import dev.rampline.adapter.aws.Clients;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients of the relay, with what was put in. */
public record RelayClients(Clients sound, Sabotage sabotage) implements Clients {
  @Override
  public DynamoDbClient dynamoDb() {
    return sound.dynamoDb();
  }

  @Override
  public SqsClient sqs() {
    return sabotage.queueOfRelay(sound.sqs());
  }

  @Override
  public SecretsManagerClient secretsManager() {
    return sound.secretsManager();
  }
}
