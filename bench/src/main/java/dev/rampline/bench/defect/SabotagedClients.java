package dev.rampline.bench.defect;

import dev.rampline.adapter.aws.Clients;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients of a process, with what was put in. */
public record SabotagedClients(Clients sound, Sabotage sabotage) implements Clients {
  @Override
  public DynamoDbClient dynamoDb() {
    return sabotage.table(sound.dynamoDb(), sound.sqs());
  }

  @Override
  public SqsClient sqs() {
    return sabotage.queue(sound.sqs());
  }

  @Override
  public SecretsManagerClient secretsManager() {
    return sabotage.secret(sound.secretsManager());
  }
}
