package dev.rampline.embedded;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * AWS clients for a local endpoint, with the credentials and the region that every tool here uses.
 */
public final class LocalClients {
  /** Access key and secret key alike. */
  public static final String CREDENTIALS = "local";

  /** The region that local stores answer for. */
  public static final String REGION = "us-east-1";

  private LocalClients() {}

  /** A client for tables. */
  public static DynamoDbClient dynamoDb(URI endpoint) {
    return local(DynamoDbClient.builder(), endpoint);
  }

  /** A client for the tables' streams. */
  public static DynamoDbStreamsClient streams(URI endpoint) {
    return local(DynamoDbStreamsClient.builder(), endpoint);
  }

  /** A client for queues. */
  public static SqsClient sqs(URI endpoint) {
    return local(SqsClient.builder(), endpoint);
  }

  private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C local(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(CREDENTIALS, CREDENTIALS)))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }
}
