package dev.rampline.subscriber;

import dev.rampline.adapter.aws.AwsClients;
import dev.rampline.adapter.aws.Clients;
import dev.rampline.embedded.EmbeddedDynamoDb;
import dev.rampline.embedded.EmbeddedQueues;
import dev.rampline.embedded.EmbeddedSqs;
import dev.rampline.embedded.LocalClients;
import dev.rampline.resources.LedgerTable;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** DynamoDB Local, which can be stopped and restarted, and ElasticMQ. */
public final class EmbeddedStores implements Clients, AutoCloseable {
  private final EmbeddedSqs sqs = EmbeddedSqs.start(0);
  private final SqsClient sqsClient = local(AwsClients.sqs(), sqs.endpoint()).build();
  private final EmbeddedQueues queues = EmbeddedQueues.create(sqsClient);
  private EmbeddedDynamoDb dynamoDb = EmbeddedDynamoDb.start(0);
  private final URI tables = dynamoDb.endpoint();
  private final DynamoDbClient dynamoDbClient = local(AwsClients.dynamoDb(), tables).build();

  public EmbeddedStores() {
    LedgerTable.create(LocalClients.dynamoDb(tables));
  }

  /** The subscriber's settings for these stores. */
  public Map<String, String> variables() {
    return Map.of(
        "RAMPLINE_TABLE", LedgerTable.NAME, "RAMPLINE_QUEUE_URL", queues.events().toString());
  }

  /** The AWS SDK's environment variables for these stores. */
  public Map<String, String> awsVariables() {
    return Map.of(
        "AWS_ENDPOINT_URL_DYNAMODB", tables.toString(),
        "AWS_ENDPOINT_URL_SQS", sqs.endpoint().toString(),
        "AWS_REGION", LocalClients.REGION,
        "AWS_ACCESS_KEY_ID", LocalClients.CREDENTIALS,
        "AWS_SECRET_ACCESS_KEY", LocalClients.CREDENTIALS);
  }

  public EmbeddedQueues queues() {
    return queues;
  }

  /** Stops DynamoDB Local. */
  public void stopLedger() {
    dynamoDb.close();
  }

  /** Starts an empty DynamoDB Local at the same address. */
  public void startLedger() {
    dynamoDb = EmbeddedDynamoDb.start(tables.getPort());
    LedgerTable.create(LocalClients.dynamoDb(tables));
  }

  @Override
  public DynamoDbClient dynamoDb() {
    return dynamoDbClient;
  }

  @Override
  public SqsClient sqs() {
    return sqsClient;
  }

  @Override
  public SecretsManagerClient secretsManager() {
    throw new UnsupportedOperationException("The keys are inline");
  }

  @Override
  public void close() {
    dynamoDbClient.close();
    sqsClient.close();
    dynamoDb.close();
    sqs.close();
  }

  private static <B extends AwsClientBuilder<B, ?>> B local(B builder, URI endpoint) {
    AwsBasicCredentials credentials =
        AwsBasicCredentials.create(LocalClients.CREDENTIALS, LocalClients.CREDENTIALS);
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(LocalClients.REGION))
        .credentialsProvider(StaticCredentialsProvider.create(credentials));
  }
}
