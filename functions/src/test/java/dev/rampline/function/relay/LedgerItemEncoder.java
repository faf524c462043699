package dev.rampline.function.relay;

import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.ledger.Entry;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;

/** Captures the item that the ledger puts into its table. */
public final class LedgerItemEncoder implements DynamoDbClient {
  private final List<Map<String, AttributeValue>> items = new ArrayList<>();

  /** Returns the item of a record or a tombstone. */
  public static Map<String, AttributeValue> of(Entry entry) {
    LedgerItemEncoder client = new LedgerItemEncoder();
    Deadline deadline = Deadline.after(Duration.ofSeconds(1), InstantSource.system());
    new DynamoDbLedger(client, "rampline-ledger").write(entry, deadline);
    return client.items.getLast();
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    items.add(request.item());
    return PutItemResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
