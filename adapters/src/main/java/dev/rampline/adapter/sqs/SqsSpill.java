package dev.rampline.adapter.sqs;

import dev.rampline.ingest.Spill;
import dev.rampline.ingest.SpillDocument;
import dev.rampline.ingest.SpillUnavailableException;
import dev.rampline.observation.Observation;
import dev.rampline.time.Deadline;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The spill as a queue of SQS. Thread-safe. */
public final class SqsSpill implements Spill {
  private final StandardQueue queue;

  public SqsSpill(SqsClient client, String queueUrl) {
    this.queue = new StandardQueue(client, queueUrl);
  }

  @Override
  public void keep(Observation observation, Deadline deadline) {
    try {
      queue.send(SpillDocument.write(observation), Map.of(), deadline);
    } catch (SdkException fault) {
      throw new SpillUnavailableException("A word was not spilled", fault);
    }
  }
}
