package dev.rampline.ingest;

import java.util.List;

final class InMemoryRetryQueueTest extends RetryQueueContract {
  private final InMemoryRetryQueue spill = new InMemoryRetryQueue();

  @Override
  protected RetryQueue spill() {
    return spill;
  }

  @Override
  protected List<String> taken(int expected) {
    return spill.documents();
  }
}
