package dev.rampline.adapter.dynamodb;

import dev.rampline.resources.LedgerTable;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A ledger table that no other test uses. */
record ScratchTable(DynamoDbClient client, String name) implements AutoCloseable {
  static ScratchTable create(DynamoDbClient client) {
    String name = "scratch-" + UUID.randomUUID();
    LedgerTable.create(client, name);
    return new ScratchTable(client, name);
  }

  @Override
  public void close() {
    client.deleteTable(delete -> delete.tableName(name));
    client.close();
  }
}
