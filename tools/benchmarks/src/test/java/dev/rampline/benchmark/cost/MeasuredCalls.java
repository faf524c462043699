package dev.rampline.benchmark.cost;

import dev.rampline.adapter.aws.AwsClients;
import dev.rampline.adapter.aws.Clients;
import dev.rampline.embedded.LocalClients;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The production clients, which note their calls and what DynamoDB charges for them. */
final class MeasuredCalls implements Clients, ExecutionInterceptor {
  private final URI tables;
  private final URI queues;
  private final List<String> operations = new ArrayList<>();
  private double reads;
  private double writes;
  private double indexWrites;

  MeasuredCalls(URI tables, URI queues) {
    this.tables = tables;
    this.queues = queues;
  }

  /** Starts to count again. */
  void clear() {
    operations.clear();
    reads = 0;
    writes = 0;
    indexWrites = 0;
  }

  List<String> operations() {
    return List.copyOf(operations);
  }

  double reads() {
    return reads;
  }

  double writes() {
    return writes;
  }

  double indexWrites() {
    return indexWrites;
  }

  @Override
  public SdkRequest modifyRequest(
      Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
    return switch (context.request()) {
      case PutItemRequest put ->
          put.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.INDEXES).build();
      case GetItemRequest get ->
          get.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.TOTAL).build();
      default -> context.request();
    };
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes executionAttributes) {
    operations.add(executionAttributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
  }

  @Override
  public void afterExecution(
      Context.AfterExecution context, ExecutionAttributes executionAttributes) {
    if (context.response() instanceof GetItemResponse read) {
      reads += read.consumedCapacity().capacityUnits();
    }
    if (context.response() instanceof PutItemResponse written) {
      ConsumedCapacity capacity = written.consumedCapacity();
      writes += capacity.table().capacityUnits();
      indexWrites +=
          capacity.globalSecondaryIndexes().values().stream()
              .mapToDouble(Capacity::capacityUnits)
              .sum();
    }
  }

  @Override
  public DynamoDbClient dynamoDb() {
    return at(tables, AwsClients.dynamoDb()).build();
  }

  @Override
  public SqsClient sqs() {
    return at(queues, AwsClients.sqs()).build();
  }

  @Override
  public SecretsManagerClient secretsManager() {
    throw new UnsupportedOperationException("The keys are in a variable");
  }

  private <B extends AwsClientBuilder<B, ?>> B at(URI endpoint, B builder) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(LocalClients.REGION))
        .overrideConfiguration(
            builder.overrideConfiguration().toBuilder().addExecutionInterceptor(this).build())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(LocalClients.CREDENTIALS, LocalClients.CREDENTIALS)));
  }
}
