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
 * The clients of production, which build, sign and read everything as ever, with an AWS that is in
 * this process alone: no item, message, secret or credential is touched. Not thread-safe.
 */
public final class InMemoryAws implements Clients, AutoCloseable {
  private final List<SdkAutoCloseable> created = new ArrayList<>();
  private final InMemoryAwsHttpClient http;

  /** Whose secret holds those keys, and whose table and queue are empty. */
  public InMemoryAws(String keys) {
    this.http = new InMemoryAwsHttpClient(new InMemoryAwsResponses(keys));
  }

  @Override
  public DynamoDbClient dynamoDb() {
    return register(configured(AwsClients.dynamoDb()).build());
  }

  @Override
  public SqsClient sqs() {
    // What comes from this process needs no checksums of what was sent.
    return register(configured(AwsClients.sqs().checksumValidationEnabled(false)).build());
  }

  @Override
  public SecretsManagerClient secretsManager() {
    return register(configured(AwsClients.secretsManager()).build());
  }

  /**
   * Goes as far as the doors of the real services that were asked for: name, connection, TLS and a
   * request for nothing that nobody signed. Not even the connections are kept.
   */
  public void warmUpTls() {
    http.endpoints().forEach(TlsWarmup::connect);
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(B builder) {
    return builder
        .httpClientBuilder(http.builder())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("rehearsal", "rehearsal")));
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
