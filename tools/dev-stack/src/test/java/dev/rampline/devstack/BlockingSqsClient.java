package dev.rampline.devstack;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** An SQS client that sends a given number of messages and blocks forever at the next. */
final class BlockingSqsClient implements SqsClient {
  /** The line printed when it blocks. */
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
