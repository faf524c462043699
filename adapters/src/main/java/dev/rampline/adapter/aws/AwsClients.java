package dev.rampline.adapter.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;
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
  /** A connection attempt cannot be aborted, so a call may exceed its deadline by this. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

  /** For calls without their own limits; {@link CallLimits} abort the others earlier. */
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(5);

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
    return new AbortSafeHttpClient.Builder<>(
        UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT_TIMEOUT)
            .socketTimeout(SOCKET_TIMEOUT));
  }

  private static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B limited(
      B builder) {
    return builder
        .httpClientBuilder(http())
        .overrideConfiguration(configuration -> configuration.retryStrategy(retries()));
  }

  private static StandardRetryStrategy retries() {
    return AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(MAX_ATTEMPTS).build();
  }
}
