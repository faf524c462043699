package dev.rampline.function;

import dev.rampline.adapter.aws.AwsClients;
import dev.rampline.adapter.aws.Clients;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The production clients, with endpoints on loopback. */
public record LoopbackClients(URI dynamoDbEndpoint, URI sqsEndpoint, URI secretsManagerEndpoint)
    implements Clients {

  @Override
  public DynamoDbClient dynamoDb() {
    return at(dynamoDbEndpoint, AwsClients.dynamoDb()).build();
  }

  @Override
  public SqsClient sqs() {
    return at(sqsEndpoint, AwsClients.sqs()).build();
  }

  @Override
  public SecretsManagerClient secretsManager() {
    return at(secretsManagerEndpoint, AwsClients.secretsManager()).build();
  }

  private static <B extends AwsClientBuilder<B, ?>> B at(URI endpoint, B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
  }
}
