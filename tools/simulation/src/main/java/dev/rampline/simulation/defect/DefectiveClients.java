package dev.rampline.simulation.defect;

import dev.rampline.adapter.aws.Clients;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients of a process, with the injected defect. */
public record DefectiveClients(Clients delegate, DefectInjector injector) implements Clients {
  @Override
  public DynamoDbClient dynamoDb() {
    return injector.table(delegate.dynamoDb(), delegate.sqs());
  }

  @Override
  public SqsClient sqs() {
    return injector.queue(delegate.sqs());
  }

  @Override
  public SecretsManagerClient secretsManager() {
    return injector.secret(delegate.secretsManager());
  }
}
