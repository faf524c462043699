package dev.rampline.adapter.aws;

import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/**
 * Creates AWS clients for Rampline: the small HTTP client, which starts fastest, and time limits
 * within the provider's 10 seconds. Region, credentials and endpoints come from the SDK's
 * environment, unless the caller sets them on the builder.
 */
public final class AwsClients {
  private static final int MAX_ATTEMPTS = 3;

  private AwsClients() {}

  /** Creates a client for the ledger's table. */
  public static DynamoDbClientBuilder dynamoDb() {
    return limited(DynamoDbClient.builder());
  }

  /** Creates a client for queues. */
  public static SqsClientBuilder sqs() {
    return limited(SqsClient.builder());
  }

  /** Creates a client for the key ring's secret. */
  public static SecretsManagerClientBuilder secretsManager() {
    return limited(SecretsManagerClient.builder());
  }

  /** Returns the HTTP client of all AWS clients. */
  public static SdkHttpClient.Builder<?> http() {
    return new BufferedHttpClient();
  }

  private static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B limited(
      B builder) {
    return builder
        .httpClientBuilder(http())
        .overrideConfiguration(configuration -> configuration.retryStrategy(retries()));
  }

  private static RetryStrategy retries() {
    return new DeadlineRetryStrategy(
        AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(MAX_ATTEMPTS).build());
  }
}
