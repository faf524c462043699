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

/** What dead letters on SQS do besides what all do. */
abstract class SqsDeadLettersContract extends DeadLettersContract {
  private @Nullable SqsClient client;
  private @Nullable ScratchStandardQueue queue;

  /** Where the queue is. */
  abstract AwsUnderTest aws();

  @BeforeEach
  final void makeQueue() {
    client = aws().sqs();
    queue = ScratchStandardQueue.create(client);
  }

  @AfterEach
  final void dropQueue() {
    requireNonNull(queue).delete();
    requireNonNull(client).close();
  }

  @Override
  protected final DeadLetters deadLetters() {
    return new SqsDeadLetters(requireNonNull(client), requireNonNull(queue).url());
  }

  @Override
  protected final List<DeadLetter> taken(int expected) {
    return requireNonNull(queue).receive(expected).stream()
        .map(
            message ->
                new DeadLetter(
                    message.body(),
                    requireNonNull(message.messageAttributes().get("reason")).stringValue()))
        .toList();
  }

  @Test
  void queue_thatIsNotThere_isUnavailable() {
    DeadLetters lost =
        new SqsDeadLetters(requireNonNull(client), requireNonNull(queue).url() + "-lost");
    Deadline soon = Deadline.after(Duration.ofSeconds(10), InstantSource.system());

    assertThatThrownBy(() -> lost.send(new DeadLetter("{}", "Refused"), soon))
        .isInstanceOf(QueueUnavailableException.class);
  }
}
