package dev.rampline.consumer;

final class DynamoDbHandledStatesTest extends HandledStatesContract {

  private final HandledStates states =
      new DynamoDbHandledStates(
          EmbeddedTables.client(), ConsumerTable.create(EmbeddedTables.client()));

  @Override
  HandledStates states() {
    return states;
  }
}
