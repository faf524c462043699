package dev.rampline.ingest;

import java.util.List;

final class InMemoryDeadLettersTest extends DeadLettersContract {
  private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters();

  @Override
  protected DeadLetters deadLetters() {
    return deadLetters;
  }

  @Override
  protected List<DeadLetter> receive(int expected) {
    return deadLetters.messages();
  }
}
