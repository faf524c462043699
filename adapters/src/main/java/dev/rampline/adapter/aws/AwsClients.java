package dev.rampline.adapter.aws;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointParams;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointProvider;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.SnsClientBuilder;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sqs.endpoints.SqsEndpointParams;
import software.amazon.awssdk.services.sqs.endpoints.SqsEndpointProvider;

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
    DynamoDbEndpointProvider rules = DynamoDbEndpointProvider.defaultProvider();
    return limited(DynamoDbClient.builder())
        .endpointProvider(AwsClients.<DynamoDbEndpointParams>once(rules::resolveEndpoint)::apply);
  }

  /**
   * Creates a client for queues. It does not compare the checksums in responses with those of the
   * messages: the signature of the request already contains one.
   */
  public static SqsClientBuilder sqs() {
    SqsEndpointProvider rules = SqsEndpointProvider.defaultProvider();
    return limited(SqsClient.builder())
        .checksumValidationEnabled(false)
        .endpointProvider(AwsClients.<SqsEndpointParams>once(rules::resolveEndpoint)::apply);
  }

  /** Creates a client for the topic. */
  public static SnsClientBuilder sns() {
    return limited(SnsClient.builder());
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

  /** Resolves a client's endpoint at its first call: what it depends on never changes. */
  private static <P> Function<P, CompletableFuture<Endpoint>> once(
      Function<P, CompletableFuture<Endpoint>> rules) {
    AtomicReference<@Nullable CompletableFuture<Endpoint>> resolved = new AtomicReference<>();
    return parameters -> {
      CompletableFuture<Endpoint> known = resolved.get();
      if (known != null) {
        return known;
      }
      CompletableFuture<Endpoint> endpoint = rules.apply(parameters);
      if (endpoint.isDone() && !endpoint.isCompletedExceptionally()) {
        resolved.set(endpoint);
      }
      return endpoint;
    };
  }

  private static RetryStrategy retries() {
    return new DeadlineRetryStrategy(
        AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(MAX_ATTEMPTS).build());
  }
}
