package dev.rampline.devstack;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/**
 * A queue to which so many sends come through; at the next one the sender stands still for good.
 */
final class BlockingSqsClient implements SqsClient {
  /** What it says then. */
  static final String BLOCKED = "written";

  private final CountDownLatch never = new CountDownLatch(1);
  private final AtomicInteger sendsLeft;
  private final SqsClient queue;

  BlockingSqsClient(SqsClient queue, int sends) {
    this.queue = queue;
    this.sendsLeft = new AtomicInteger(sends);
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    if (sendsLeft.getAndDecrement() == 0) {
      System.out.println(BLOCKED);
      blockForever();
    }
    return queue.sendMessageBatch(request);
  }

  private void blockForever() {
    try {
      never.await();
    } catch (InterruptedException woken) {
      throw new IllegalStateException(woken);
    }
  }

  @Override
  public String serviceName() {
    return queue.serviceName();
  }

  @Override
  public void close() {
    queue.close();
  }
}
