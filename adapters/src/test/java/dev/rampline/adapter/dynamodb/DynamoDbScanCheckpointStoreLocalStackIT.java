package dev.rampline.adapter.dynamodb;

import dev.rampline.adapter.LocalStackAws;
import dev.rampline.reconcile.ScanCheckpointStore;
import dev.rampline.reconcile.ScanCheckpointStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoDbScanCheckpointStoreLocalStackIT extends ScanCheckpointStoreContract {
  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final ScratchTable table = ScratchTable.create(AWS.aws().dynamoDb());

  @AfterEach
  void drop() {
    table.close();
  }

  @Override
  protected ScanCheckpointStore store() {
    return new DynamoDbScanCheckpointStore(table.client(), table.name());
  }
}
