package dev.rampline.adapter.sqs;

import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.RetryDocument;
import dev.rampline.ingest.RetryQueue;
import dev.rampline.time.Deadline;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The retry queue on SQS. Thread-safe. */
public final class SqsRetryQueue implements RetryQueue {
  private final StandardQueue queue;

  public SqsRetryQueue(SqsClient client, String queueUrl) {
    this.queue = new StandardQueue(client, queueUrl);
  }

  @Override
  public void enqueue(VerifiedEvent event, Deadline deadline) {
    queue.send(RetryDocument.write(event), Map.of(), deadline);
  }
}
