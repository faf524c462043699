package dev.rampline.adapter.sqs;

import static java.util.Objects.requireNonNull;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.adapter.ScratchStandardQueue;
import dev.rampline.quarantine.Quarantine;
import dev.rampline.quarantine.QuarantineContract;
import dev.rampline.quarantine.QuarantineDocument;
import dev.rampline.quarantine.QuarantinedPayload;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The contract of the quarantine on SQS. */
abstract class SqsQuarantineContract extends QuarantineContract {
  private @Nullable SqsClient client;
  private @Nullable ScratchStandardQueue queue;

  /** Where the queue is. */
  abstract AwsUnderTest aws();

  @BeforeEach
  final void createQueue() {
    client = aws().sqs();
    queue = ScratchStandardQueue.create(client);
  }

  @AfterEach
  final void deleteQueue() {
    requireNonNull(queue).delete();
    requireNonNull(client).close();
  }

  @Override
  protected final Quarantine quarantine() {
    return new SqsQuarantine(requireNonNull(client), requireNonNull(queue).url());
  }

  @Override
  protected final List<QuarantinedPayload> taken(int expected) {
    return requireNonNull(queue).receive(expected).stream()
        .map(message -> QuarantineDocument.read(message.body()).orElseThrow())
        .toList();
  }
}
