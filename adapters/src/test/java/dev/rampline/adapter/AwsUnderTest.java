package dev.rampline.adapter;

import dev.rampline.adapter.aws.AwsClients;
import dev.rampline.embedded.LocalClients;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/**
 * The AWS that a contract test runs against, through the product's own clients.
 *
 * @param dynamoDbEndpoint where tables are
 * @param sqsEndpoint where queues are
 */
public record AwsUnderTest(URI dynamoDbEndpoint, URI sqsEndpoint) {
  /** For tables. */
  public DynamoDbClientBuilder dynamoDb() {
    return local(AwsClients.dynamoDb(), dynamoDbEndpoint);
  }

  /** For queues. */
  public SqsClientBuilder sqs() {
    return local(AwsClients.sqs(), sqsEndpoint);
  }

  /** For secrets, at any endpoint. */
  public static SecretsManagerClientBuilder secretsManager(URI endpoint) {
    return local(AwsClients.secretsManager(), endpoint);
  }

  private static <B extends AwsClientBuilder<B, ?>> B local(B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(LocalClients.REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(LocalClients.CREDENTIALS, LocalClients.CREDENTIALS)));
  }
}
