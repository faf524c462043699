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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The contract of the retry queue on SQS, in addition to that of every retry queue. */
abstract class SqsRetryQueueContract extends RetryQueueContract {
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
  protected final RetryQueue retry() {
    return new SqsRetryQueue(requireNonNull(client), requireNonNull(queue).url());
  }

  @Override
  protected final List<String> receive(int expected) {
    return requireNonNull(queue).receive(expected).stream().map(Message::body).toList();
  }

  @Test
  void delayedMessage_isReceivedAgainAfterItsDelay() {
    requireNonNull(client)
        .sendMessage(message -> message.queueUrl(requireNonNull(queue).url()).messageBody("{}"));
    Map<String, Duration> waits =
        Map.of(received().getFirst().receiptHandle(), Duration.ofSeconds(1));

    assertThat(deferral().defer(waits, soon())).isEmpty();
    await().atMost(Duration.ofSeconds(10)).until(() -> !received().isEmpty());
  }

  @Test
  void twoMessages_areReceivedAgainAfterTheirOwnDelays() {
    for (String body : List.of("soon", "late")) {
      requireNonNull(client)
          .sendMessage(message -> message.queueUrl(requireNonNull(queue).url()).messageBody(body));
    }
    Map<String, Duration> waits = new LinkedHashMap<>();
    while (waits.size() < 2) {
      received()
          .forEach(
              message ->
                  waits.put(
                      message.receiptHandle(),
                      message.body().equals("soon")
                          ? Duration.ofSeconds(1)
                          : Duration.ofMinutes(10)));
    }

    assertThat(deferral().defer(waits, soon())).isEmpty();

    List<Message> again = new ArrayList<>();
    await().atMost(Duration.ofSeconds(20)).until(() -> again.addAll(received()));
    assertThat(again).extracting(Message::body).containsExactly("soon");
    assertThat(received()).isEmpty();
  }

  @Test
  void unknownReceipt_isNotDelayed_andNothingIsThrown() {
    assertThat(deferral().defer(Map.of("unknown", Duration.ofSeconds(1)), soon())).isPresent();
    assertThat(deferral().defer(Map.of(), soon())).isEmpty();
  }

  private RetryDelayer deferral() {
    return new SqsRetryDelayer(requireNonNull(client), requireNonNull(queue).url());
  }

  /** The message is invisible for 30 seconds. */
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
