package dev.rampline.devstack;

import dev.rampline.adapter.aws.AwsClients;
import dev.rampline.adapter.aws.Clients;
import dev.rampline.embedded.LocalClients;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The AWS clients of the functions, with production limits, connected to the local stores. */
public record LocalStoreClients(LocalStores stores) implements Clients {
  @Override
  public DynamoDbClient dynamoDb() {
    return local(AwsClients.dynamoDb(), stores.dynamoDb()).build();
  }

  @Override
  public SqsClient sqs() {
    return local(AwsClients.sqs(), stores.sqs()).build();
  }

  @Override
  public SecretsManagerClient secretsManager() {
    throw new UnsupportedOperationException(
        "Secrets Manager is not available locally; keys are set directly");
  }

  private static <B extends AwsClientBuilder<B, ?>> B local(B builder, URI endpoint) {
    AwsBasicCredentials credentials =
        AwsBasicCredentials.create(LocalClients.CREDENTIALS, LocalClients.CREDENTIALS);
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(LocalClients.REGION))
        .credentialsProvider(StaticCredentialsProvider.create(credentials));
  }
}
