package dev.rampline.consumer;

final class InMemoryHandledStatesTest extends HandledStatesContract {
  private final HandledStates states = new InMemoryHandledStates();

  @Override
  HandledStates states() {
    return states;
  }
}
