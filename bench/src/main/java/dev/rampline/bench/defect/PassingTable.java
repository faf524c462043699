package dev.rampline.bench.defect;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** Passes every call on; a defect changes one. */
class PassingTable implements DynamoDbClient {
  private final DynamoDbClient sound;

  PassingTable(DynamoDbClient sound) {
    this.sound = sound;
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return sound.getItem(request);
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    return sound.putItem(request);
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    return sound.query(request);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
