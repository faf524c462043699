package dev.rampline.adapter.dynamodb;

import dev.rampline.adapter.aws.CallLimits;
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
 * How far the list of orders was read, in an item of the ledger's table whose key is no subject: it
 * has no version, and the relay passes it over. Thread-safe.
 */
public final class DynamoDbScanCheckpointStore implements ScanCheckpointStore {
  private static final String KEY = "reconcile/passes";
  private static final String PROGRESS = "pass";

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
            .overrideConfiguration(CallLimits.until(deadline))
            .build();
    GetItemResponse answer = DynamoDbCalls.call(deadline, () -> client.getItem(get));
    return answer.hasItem() ? decode(new MapReader(answer.item())) : ScanCheckpoint.NONE;
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
            .overrideConfiguration(CallLimits.until(deadline))
            .build();
    try {
      DynamoDbCalls.call(deadline, () -> client.putItem(put));
      return true;
    } catch (ConditionalCheckFailedException superseded) {
      return false;
    }
  }

  private static Map<String, AttributeValue> encode(ScanCheckpoint passes) {
    MapWriter item =
        new MapWriter()
            .text(RecordCodec.SUBJECT, KEY)
            .number(RecordCodec.REVISION, passes.revision())
            .instant("completed", passes.lastCompletedStart());
    ScanProgress pass = passes.current();
    return pass == null ? item.members() : item.map(PROGRESS, encode(pass)).members();
  }

  private static Map<String, AttributeValue> encode(ScanProgress pass) {
    return new MapWriter()
        .instant("startedAt", pass.startedAt())
        .instant("until", pass.stopBefore())
        .number("page", pass.page())
        .flag("backfill", pass.backfill(), false)
        .members();
  }

  private static ScanCheckpoint decode(MapReader item) {
    return new ScanCheckpoint(
        item.number(RecordCodec.REVISION),
        item.instantOrNull("completed"),
        item.map(PROGRESS).map(DynamoDbScanCheckpointStore::scanProgress).orElse(null));
  }

  private static ScanProgress scanProgress(MapReader pass) {
    return new ScanProgress(
        pass.instant("startedAt"),
        pass.instant("until"),
        Math.toIntExact(pass.number("page")),
        pass.flag("backfill", false));
  }
}
