package dev.rampline.simulation.defect;

import dev.rampline.adapter.aws.Clients;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients of the relay, with the injected defect. */
public record DefectiveRelayClients(Clients delegate, DefectInjector injector) implements Clients {
  @Override
  public DynamoDbClient dynamoDb() {
    return delegate.dynamoDb();
  }

  @Override
  public SqsClient sqs() {
    return injector.relayQueue(delegate.sqs());
  }

  @Override
  public SecretsManagerClient secretsManager() {
    return delegate.secretsManager();
  }
}
