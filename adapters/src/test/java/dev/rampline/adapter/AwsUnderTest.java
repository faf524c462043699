package dev.rampline.adapter;

import dev.rampline.adapter.aws.AwsClients;
import dev.rampline.adapter.aws.Clients;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** The AWS that tests run against, with the production clients. */
public final class AwsUnderTest implements Clients {
  private final AwsTestEndpoint tables;
  private final AwsTestEndpoint others;
  private final String table = "contract-" + UUID.randomUUID();

  AwsUnderTest(AwsTestEndpoint tables, AwsTestEndpoint others) {
    this.tables = Objects.requireNonNull(tables, "tables");
    this.others = Objects.requireNonNull(others, "others");
  }

  /** Creates one with all services at one endpoint on this machine. */
  public static AwsUnderTest at(URI endpoint) {
    return new AwsUnderTest(
        new AwsTestEndpoint.Local(endpoint), new AwsTestEndpoint.Local(endpoint));
  }

  /** Returns the unique name of a table that all test classes share. */
  public String table() {
    return table;
  }

  /** Returns a client for tables. */
  public DynamoDbClientBuilder tables() {
    return tables.configure(AwsClients.dynamoDb());
  }

  /** Returns a client for queues. */
  public SqsClientBuilder queues() {
    return others.configure(AwsClients.sqs());
  }

  /** Returns a client for secrets. */
  public SecretsManagerClientBuilder secrets() {
    return others.configure(AwsClients.secretsManager());
  }

  /** Returns a client for table streams. */
  public DynamoDbStreamsClient streams() {
    return tables.configure(DynamoDbStreamsClient.builder()).build();
  }

  /** Configures a client that only tests use. */
  public <B extends AwsClientBuilder<B, ?>> B configure(B builder) {
    return others.configure(builder);
  }

  @Override
  public DynamoDbClient dynamoDb() {
    return tables().build();
  }

  @Override
  public SqsClient sqs() {
    return queues().build();
  }

  @Override
  public SecretsManagerClient secretsManager() {
    return secrets().build();
  }

  @Override
  public SnsClient sns() {
    return configure(AwsClients.sns()).build();
  }

  /** Deletes the shared table, if it exists. */
  void deleteTable() {
    try (DynamoDbClient client = dynamoDb()) {
      client.deleteTable(drop -> drop.tableName(table));
    } catch (ResourceNotFoundException missing) {
      // There is no table to delete.
    }
  }
}
