package dev.rampline.adapter.sqs;

import dev.rampline.quarantine.Quarantine;
import dev.rampline.quarantine.QuarantineDocument;
import dev.rampline.quarantine.QuarantinedPayload;
import dev.rampline.time.Deadline;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The quarantine on SQS. The reason is also a message attribute. Thread-safe. */
public final class SqsQuarantine implements Quarantine {
  private final StandardQueue queue;

  public SqsQuarantine(SqsClient client, String queueUrl) {
    this.queue = new StandardQueue(client, queueUrl);
  }

  @Override
  public void keep(QuarantinedPayload payload, Deadline deadline) {
    queue.send(
        QuarantineDocument.write(payload),
        Map.of(SqsDeadLetters.REASON, payload.reason().text()),
        deadline);
  }
}
