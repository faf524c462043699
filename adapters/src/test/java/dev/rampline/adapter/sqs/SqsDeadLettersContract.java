package dev.rampline.adapter.sqs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.adapter.ScratchStandardQueue;
import dev.rampline.ingest.DeadLetter;
import dev.rampline.ingest.DeadLetters;
import dev.rampline.ingest.DeadLettersContract;
import dev.rampline.ingest.QueueUnavailableException;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The contract of the dead-letter queue on SQS, in addition to that of every one. */
abstract class SqsDeadLettersContract extends DeadLettersContract {
  private @Nullable SqsClient client;
  private @Nullable ScratchStandardQueue queue;

  /** Returns the AWS under test. */
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
  protected final DeadLetters deadLetters() {
    return new SqsDeadLetters(requireNonNull(client), requireNonNull(queue).url());
  }

  @Override
  protected final List<DeadLetter> receive(int expected) {
    return requireNonNull(queue).receive(expected).stream()
        .map(
            message ->
                new DeadLetter(
                    message.body(),
                    requireNonNull(message.messageAttributes().get("reason")).stringValue()))
        .toList();
  }

  @Test
  void missingQueue_isUnavailable() {
    DeadLetters lost =
        new SqsDeadLetters(requireNonNull(client), requireNonNull(queue).url() + "-lost");
    Deadline soon = Deadline.after(Duration.ofSeconds(10), InstantSource.system());

    assertThatThrownBy(() -> lost.send(new DeadLetter("{}", "Rejected"), soon))
        .isInstanceOf(QueueUnavailableException.class);
  }
}
