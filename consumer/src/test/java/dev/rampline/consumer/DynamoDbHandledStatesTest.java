package dev.rampline.consumer;

import org.junit.jupiter.api.extension.RegisterExtension;

final class DynamoDbHandledStatesTest extends HandledStatesContract {
  @RegisterExtension private static final EmbeddedTables TABLES = new EmbeddedTables();

  private final HandledStates states =
      new DynamoDbHandledStates(TABLES.client(), ConsumerTable.create(TABLES.client()));

  @Override
  HandledStates states() {
    return states;
  }
}
