package dev.rampline.adapter.sqs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.adapter.AwsUnderTest;
import dev.rampline.adapter.ScratchQueue;
import dev.rampline.event.Subject;
import dev.rampline.ingest.Publisher;
import dev.rampline.ingest.PublisherContract;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The contract of the publisher on SQS, in addition to that of every publisher. */
abstract class SqsPublisherContract extends PublisherContract {
  private @Nullable SqsClient client;
  private @Nullable ScratchQueue queue;

  /** Returns the AWS under test. */
  abstract AwsUnderTest aws();

  @BeforeEach
  final void createQueue() {
    client = aws().sqs();
    queue = ScratchQueue.create(client);
  }

  @AfterEach
  final void deleteQueue() {
    requireNonNull(queue).delete();
    requireNonNull(client).close();
  }

  @Override
  protected final Publisher publisher() {
    return new SqsPublisher(requireNonNull(client), requireNonNull(queue).url());
  }

  @Override
  protected final List<CloudEventMessage> received(int expected) {
    return requireNonNull(queue).receive(expected);
  }

  @Test
  void tooLargeMessage_isUnsentPermanently_andAffectsNoOther() {
    Subject subject = SampleRecords.freshOrder();
    CloudEventMessage small = new CloudEventMessage(subject.text() + "/1", subject, "{}", null);
    CloudEventMessage large =
        new CloudEventMessage(subject.text() + "/2", subject, "x".repeat(1_200_000), null);

    List<Publisher.Unsent> unsent = publisher().publish(List.of(small, large), soon());

    assertThat(unsent).extracting(Publisher.Unsent::message).containsExactly(large);
    assertThat(unsent).extracting(Publisher.Unsent::permanent).containsExactly(true);
    assertThat(received(1)).containsExactly(small);
  }

  @Test
  void missingQueue_leavesAllUnsent_andAllowsARetry() {
    Subject subject = SampleRecords.freshOrder();
    CloudEventMessage message = new CloudEventMessage(subject.text() + "/1", subject, "{}", null);
    Publisher lost =
        new SqsPublisher(requireNonNull(client), requireNonNull(queue).url() + "-lost.fifo");

    List<Publisher.Unsent> unsent = lost.publish(List.of(message), soon());

    assertThat(unsent).extracting(Publisher.Unsent::message).containsExactly(message);
    assertThat(unsent).extracting(Publisher.Unsent::permanent).containsExactly(false);
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(10), InstantSource.system());
  }
}
