package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Subject;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FanOutPublisherTest extends PublisherContract {
  private final InMemoryPublisher queue = new InMemoryPublisher();
  private final InMemoryPublisher topic = new InMemoryPublisher();

  @Override
  protected Publisher publisher() {
    return new FanOutPublisher(queue, topic);
  }

  @Override
  protected List<CloudEventMessage> received(int expected) {
    assertThat(topic.messages()).isEqualTo(queue.messages());
    return queue.messages();
  }

  @Test
  void messageThatTheQueueDoesNotTake_doesNotReachTheTopic() {
    List<CloudEventMessage> messages = messages(3);
    Publisher publisher = new FanOutPublisher(except(queue, 1), topic);

    assertThat(publisher.publish(messages, soon()))
        .containsExactly(new Unsent(messages.get(1), true, "Refused"));
    assertThat(topic.messages()).containsExactly(messages.get(0), messages.get(2));
  }

  @Test
  void failuresOfBoth_areReportedInTheOrderOfTheMessages() {
    List<CloudEventMessage> messages = messages(5);
    Publisher publisher = new FanOutPublisher(except(queue, 1, 3), except(topic, 0, 1, 2));

    assertThat(publisher.publish(messages, soon()))
        .extracting(Unsent::message)
        .containsExactlyElementsOf(messages.subList(0, 4));
    assertThat(topic.messages()).containsExactly(messages.get(4));
  }

  @Test
  void queueThatTakesNothing_leavesTheTopicUncalled() {
    queue.fail();
    Publisher publisher =
        new FanOutPublisher(
            queue,
            (messages, deadline) -> {
              throw new IllegalStateException("called");
            });

    assertThat(publisher.publish(messages(2), soon())).hasSize(2);
  }

  /** Returns a publisher that rejects messages by their number. */
  private static Publisher except(Publisher publisher, Integer... rejected) {
    return (messages, deadline) -> {
      List<CloudEventMessage> refused =
          messages.stream()
              .filter(message -> Set.of(rejected).contains(Integer.valueOf(message.body())))
              .toList();
      publisher.publish(
          messages.stream().filter(message -> !refused.contains(message)).toList(), deadline);
      return refused.stream().map(message -> new Unsent(message, true, "Refused")).toList();
    };
  }

  private static List<CloudEventMessage> messages(int count) {
    Subject subject = Subject.order("1");
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                new CloudEventMessage(
                    subject.text() + "/" + number, subject, Integer.toString(number), null))
        .toList();
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(10), InstantSource.system());
  }
}
