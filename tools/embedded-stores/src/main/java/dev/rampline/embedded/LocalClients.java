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

/** AWS clients for a local endpoint, with the same credentials and region as all local tools. */
public final class LocalClients {
  /** The access key and the secret key. */
  public static final String CREDENTIALS = "local";

  /** The region of the local stores. */
  public static final String REGION = "us-east-1";

  private LocalClients() {}

  /** Creates a client for tables. */
  public static DynamoDbClient dynamoDb(URI endpoint) {
    return local(DynamoDbClient.builder(), endpoint);
  }

  /** Creates a client for the tables' streams. */
  public static DynamoDbStreamsClient streams(URI endpoint) {
    return local(DynamoDbStreamsClient.builder(), endpoint);
  }

  /** Creates a client for queues. */
  public static SqsClient sqs(URI endpoint) {
    return local(SqsClient.builder(), endpoint);
  }

  static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C local(
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
