package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.event.Subject;
import dev.rampline.event.TraceContext;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of every publisher. The queue is empty before each test. */
public abstract class PublisherContract {
  private static final String PRINTABLE =
      IntStream.rangeClosed('!', '~').mapToObj(Character::toString).collect(Collectors.joining());

  private static final TraceContext TRACE =
      new TraceContext("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", 1);

  private final Subject subject = SampleRecords.freshOrder();

  /** The publisher under test. */
  protected abstract Publisher publisher();

  /** Receives messages in order, until there are the expected number and no more arrive. */
  protected abstract List<CloudEventMessage> received(int expected);

  @Test
  void messages_ofOneSubject_arriveInOrder() {
    List<CloudEventMessage> messages =
        IntStream.rangeClosed(1, 25).mapToObj(this::message).toList();

    messages.forEach(message -> assertThat(publish(message)).isEmpty());

    assertThat(received(25)).containsExactlyElementsOf(messages);
  }

  @Test
  void batchOfTen_arrivesInOrder() {
    List<CloudEventMessage> batch = IntStream.rangeClosed(1, 10).mapToObj(this::message).toList();

    assertThat(publisher().publish(batch, soon())).isEmpty();

    assertThat(received(10)).containsExactlyElementsOf(batch);
  }

  @Test
  void duplicateMessage_arrivesOnce() {
    CloudEventMessage first = message(1);
    CloudEventMessage second = message(2);

    publish(first);
    publish(second);
    publish(first);
    publisher().publish(List.of(first, second), soon());

    assertThat(received(2)).containsExactly(first, second);
  }

  @Test
  void messages_ofDifferentSubjects_allArrive() {
    List<CloudEventMessage> batch =
        IntStream.range(0, 10)
            .mapToObj(any -> message(SampleRecords.freshOrder(), 1, "{}"))
            .toList();

    assertThat(publisher().publish(batch, soon())).isEmpty();

    assertThat(received(10)).containsExactlyInAnyOrderElementsOf(batch);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void subject_ofPrintableCharacters_isTheMessageGroup(int part) {
    String unique = UUID.randomUUID().toString();
    String characters = PRINTABLE.substring(part * 30, Math.min(part * 30 + 34, 94));
    CloudEventMessage message = message(Subject.order(unique + characters), 1, "{}");

    assertThat(publish(message)).isEmpty();

    assertThat(received(1)).containsExactly(message);
  }

  @Test
  void longestSubject_withALongVersion_isAccepted() {
    String id = UUID.randomUUID().toString();
    Subject longest = Subject.partnerUser(id + "x".repeat(96 - id.length()));
    CloudEventMessage message =
        new CloudEventMessage(longest.text() + "/99999999999999", longest, "{}", null);

    assertThat(publish(message)).isEmpty();

    assertThat(received(1)).containsExactly(message);
  }

  @Test
  void largeBodies_arriveUnchanged() {
    String body = "{\"text\":\"" + "\\u6f22\\\"\\\\".repeat(12_000) + "\"}";
    List<CloudEventMessage> batch =
        IntStream.rangeClosed(1, 4).mapToObj(version -> message(subject, version, body)).toList();

    assertThat(publisher().publish(batch, soon())).isEmpty();

    assertThat(received(4)).containsExactlyElementsOf(batch);
  }

  @Test
  void emptyOrTooLargeBatch_isRejectedBeforeAnyCall() {
    List<CloudEventMessage> eleven = IntStream.rangeClosed(1, 11).mapToObj(this::message).toList();

    assertThatThrownBy(() -> publisher().publish(List.of(), soon()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> publisher().publish(eleven, soon()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void publish_afterTheDeadline_leavesAllUnsent_andMayBeRetried() {
    List<CloudEventMessage> batch = List.of(message(1), message(2));
    Deadline passed = Deadline.after(Duration.ZERO, InstantSource.system());

    List<Publisher.Unsent> unsent = publisher().publish(batch, passed);

    assertThat(unsent).extracting(Publisher.Unsent::message).containsExactlyElementsOf(batch);
    assertThat(unsent).extracting(Publisher.Unsent::permanent).containsOnly(false);
  }

  private List<Publisher.Unsent> publish(CloudEventMessage message) {
    return publisher().publish(List.of(message), soon());
  }

  private CloudEventMessage message(int version) {
    return message(subject, version, "{\"sequence\":" + version + "}");
  }

  private static CloudEventMessage message(Subject subject, int version, String body) {
    return new CloudEventMessage(subject.text() + "/" + version, subject, body, TRACE);
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(10), InstantSource.system());
  }
}
