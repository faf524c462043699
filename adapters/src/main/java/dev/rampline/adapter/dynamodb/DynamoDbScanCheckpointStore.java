package dev.rampline.adapter.dynamodb;

import dev.rampline.reconcile.ScanCheckpoint;
import dev.rampline.reconcile.ScanCheckpointStore;
import dev.rampline.reconcile.ScanProgress;
import dev.rampline.time.Deadline;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Stores the scan checkpoint in an item of the ledger's table. The item's key is not a subject and
 * it has no version, so the relay ignores it. Thread-safe.
 */
public final class DynamoDbScanCheckpointStore implements ScanCheckpointStore {
  private static final String KEY = "reconcile/scan-checkpoint";
  private static final String PROGRESS = "scan";

  private final DynamoDbClient client;
  private final String table;

  public DynamoDbScanCheckpointStore(DynamoDbClient client, String table) {
    this.client = Objects.requireNonNull(client, "client");
    this.table = Objects.requireNonNull(table, "table");
  }

  @Override
  public ScanCheckpoint read(Deadline deadline) {
    GetItemRequest get =
        GetItemRequest.builder()
            .tableName(table)
            .key(Map.of(RecordCodec.SUBJECT, AttributeValue.fromS(KEY)))
            .consistentRead(true)
            .build();
    GetItemResponse response = DynamoDbCalls.call(deadline, () -> client.getItem(get));
    return response.hasItem() ? decode(new MapReader(response.item())) : ScanCheckpoint.NONE;
  }

  @Override
  public boolean write(ScanCheckpoint next, Deadline deadline) {
    PutItemRequest put =
        PutItemRequest.builder()
            .tableName(table)
            .item(encode(next))
            .conditionExpression("attribute_not_exists(subject) OR revision = :expected")
            .expressionAttributeValues(
                Map.of(":expected", AttributeValue.fromN(Long.toString(next.revision() - 1))))
            .build();
    try {
      DynamoDbCalls.call(deadline, () -> client.putItem(put));
      return true;
    } catch (ConditionalCheckFailedException superseded) {
      return false;
    }
  }

  private static Map<String, AttributeValue> encode(ScanCheckpoint checkpoint) {
    MapWriter item =
        new MapWriter()
            .text(RecordCodec.SUBJECT, KEY)
            .number(RecordCodec.REVISION, checkpoint.revision())
            .instant("completed", checkpoint.lastCompletedStart());
    ScanProgress progress = checkpoint.current();
    return progress == null ? item.members() : item.map(PROGRESS, encode(progress)).members();
  }

  private static Map<String, AttributeValue> encode(ScanProgress progress) {
    return new MapWriter()
        .instant("startedAt", progress.startedAt())
        .instant("until", progress.stopBefore())
        .number("page", progress.page())
        .flag("backfill", progress.backfill(), false)
        .members();
  }

  private static ScanCheckpoint decode(MapReader item) {
    return new ScanCheckpoint(
        item.number(RecordCodec.REVISION),
        item.instantOrNull("completed"),
        item.map(PROGRESS).map(DynamoDbScanCheckpointStore::scanProgress).orElse(null));
  }

  private static ScanProgress scanProgress(MapReader progress) {
    return new ScanProgress(
        progress.instant("startedAt"),
        progress.instant("until"),
        Math.toIntExact(progress.number("page")),
        progress.flag("backfill", false));
  }
}
