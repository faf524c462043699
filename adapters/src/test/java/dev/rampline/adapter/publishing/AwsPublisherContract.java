package dev.rampline.adapter.publishing;

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

/** The contract of the publishers on AWS, in addition to that of every publisher. */
public abstract class AwsPublisherContract extends PublisherContract {
  private @Nullable SqsClient client;
  private @Nullable ScratchQueue queue;

  /** Returns the AWS under test. */
  protected abstract AwsUnderTest aws();

  /** Returns a publisher to a queue or topic that does not exist. */
  protected abstract Publisher lostPublisher();

  @BeforeEach
  final void createQueue() {
    client = aws().sqs();
    queue = ScratchQueue.create(client);
  }

  @AfterEach
  final void deleteQueue() {
    queue().delete();
    requireNonNull(client).close();
  }

  /** Returns the queue where messages arrive. */
  protected final ScratchQueue queue() {
    return requireNonNull(queue);
  }

  @Override
  protected final List<CloudEventMessage> received(int expected) {
    return queue().receive(expected);
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
  void tooLargeMessage_isUnsentPermanently_alsoAlone() {
    Subject subject = SampleRecords.freshOrder();
    CloudEventMessage large =
        new CloudEventMessage(subject.text() + "/1", subject, "x".repeat(1_200_000), null);

    assertThat(publisher().publish(List.of(large), soon()))
        .extracting(Publisher.Unsent::permanent)
        .containsExactly(true);
  }

  @Test
  void missingTarget_leavesAllUnsent_andAllowsARetry() {
    Subject subject = SampleRecords.freshOrder();
    CloudEventMessage message = new CloudEventMessage(subject.text() + "/1", subject, "{}", null);

    List<Publisher.Unsent> unsent = lostPublisher().publish(List.of(message), soon());

    assertThat(unsent).extracting(Publisher.Unsent::message).containsExactly(message);
    assertThat(unsent).extracting(Publisher.Unsent::permanent).containsExactly(false);
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(10), InstantSource.system());
  }
}
