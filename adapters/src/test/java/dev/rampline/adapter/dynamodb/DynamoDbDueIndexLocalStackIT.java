package dev.rampline.adapter.dynamodb;

import dev.rampline.adapter.LocalStackAws;
import dev.rampline.ledger.Ledger;
import dev.rampline.reconcile.DueIndex;
import dev.rampline.reconcile.DueIndexContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoDbDueIndexLocalStackIT extends DueIndexContract {
  @RegisterExtension private static final LocalStackAws AWS = new LocalStackAws();

  private final ScratchTable table = ScratchTable.create(AWS.aws().dynamoDb());

  @AfterEach
  void drop() {
    table.close();
  }

  @Override
  protected Ledger ledger() {
    return new DynamoDbLedger(table.client(), table.name());
  }

  @Override
  protected DueIndex dueIndex() {
    return new DynamoDbDueIndex(table.client(), table.name());
  }
}
