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
 * The clients of AWS as Rampline uses them: the small HTTP client, which starts fastest, and limits
 * that fit inside the provider's 10 seconds. Region, credentials and endpoints are the SDK's own
 * environment's to set, unless the caller sets them on the builder.
 */
public final class AwsClients {
  /** A connect cannot be broken off, so a call may outlast its deadline by this. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

  /** For calls without limits of their own; {@link CallLimits} end the others earlier. */
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(5);

  private static final int MAX_ATTEMPTS = 3;

  private AwsClients() {}

  /** For the ledger's table. */
  public static DynamoDbClientBuilder dynamoDb() {
    return limited(DynamoDbClient.builder());
  }

  /** For queues. */
  public static SqsClientBuilder sqs() {
    return limited(SqsClient.builder());
  }

  /** For the key ring's secret. */
  public static SecretsManagerClientBuilder secretsManager() {
    return limited(SecretsManagerClient.builder());
  }

  /** What each of them speaks HTTP with. */
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
