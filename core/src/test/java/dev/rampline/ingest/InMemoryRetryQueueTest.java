package dev.rampline.ingest;

import java.util.List;

final class InMemoryRetryQueueTest extends RetryQueueContract {
  private final InMemoryRetryQueue retry = new InMemoryRetryQueue();

  @Override
  protected RetryQueue retry() {
    return retry;
  }

  @Override
  protected List<String> receive(int expected) {
    return retry.documents();
  }
}
