package dev.rampline.function.priming;

import dev.rampline.adapter.aws.AwsClients;
import dev.rampline.adapter.aws.Clients;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * AWS clients for SnapStart priming. They are the production clients, so that they build, sign and
 * parse everything as in production, but an HTTP client in this process answers them. They use no
 * real item, message, secret or credential. Not thread-safe.
 */
public final class InMemoryAws implements Clients, AutoCloseable {
  private final List<SdkAutoCloseable> created = new ArrayList<>();
  private final InMemoryAwsHttpClient http;

  /** Creates clients whose secret holds the given keys and whose table and queue are empty. */
  public InMemoryAws(String keys) {
    this.http = new InMemoryAwsHttpClient(new InMemoryAwsResponses(keys));
  }

  @Override
  public DynamoDbClient dynamoDb() {
    return register(configured(AwsClients.dynamoDb()).build());
  }

  @Override
  public SqsClient sqs() {
    // InMemoryAwsResponses does not compute the checksums that the client would compare.
    return register(configured(AwsClients.sqs().checksumValidationEnabled(false)).build());
  }

  @Override
  public SecretsManagerClient secretsManager() {
    return register(configured(AwsClients.secretsManager()).build());
  }

  /**
   * Sends one unsigned request to the real endpoint of each service that was called, to load the
   * classes for DNS, sockets and TLS. It keeps no connection open.
   */
  public void warmUpTls() {
    http.endpoints().forEach(TlsWarmup::connect);
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(B builder) {
    return builder
        .httpClientBuilder(http.builder())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("priming", "priming")));
  }

  private <C extends SdkAutoCloseable> C register(C client) {
    created.add(client);
    return client;
  }

  @Override
  public void close() {
    created.forEach(SdkAutoCloseable::close);
  }
}
