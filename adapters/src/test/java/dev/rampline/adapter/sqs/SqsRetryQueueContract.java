package dev.rampline.adapter.sqs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.adapter.ScratchStandardQueue;
import dev.rampline.ingest.RetryDelayer;
import dev.rampline.ingest.RetryQueue;
import dev.rampline.ingest.RetryQueueContract;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** What the retry queue on SQS does besides what every retry does. */
abstract class SqsRetryQueueContract extends RetryQueueContract {
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
  protected final RetryQueue retry() {
    return new SqsRetryQueue(requireNonNull(client), requireNonNull(queue).url());
  }

  @Override
  protected final List<String> taken(int expected) {
    return requireNonNull(queue).receive(expected).stream().map(Message::body).toList();
  }

  @Test
  void message_thatIsDeferred_comesAgainWhenItsWaitIsOver() {
    requireNonNull(client)
        .sendMessage(message -> message.queueUrl(requireNonNull(queue).url()).messageBody("{}"));
    Map<String, Duration> waits =
        Map.of(received().getFirst().receiptHandle(), Duration.ofSeconds(1));

    assertThat(deferral().defer(waits, soon())).isEmpty();
    await().atMost(Duration.ofSeconds(10)).until(() -> !received().isEmpty());
  }

  @Test
  void receipt_thatTheQueueHasNotGiven_isNotDeferredAndNothingIsThrown() {
    assertThat(deferral().defer(Map.of("odd", Duration.ofSeconds(1)), soon())).isPresent();
    assertThat(deferral().defer(Map.of(), soon())).isEmpty();
  }

  private RetryDelayer deferral() {
    return new SqsRetryDelayer(requireNonNull(client), requireNonNull(queue).url());
  }

  /** Nobody gets it again for half a minute. */
  private List<Message> received() {
    return requireNonNull(client)
        .receiveMessage(
            wanted -> wanted.queueUrl(requireNonNull(queue).url()).visibilityTimeout(30))
        .messages();
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(10), InstantSource.system());
  }
}
