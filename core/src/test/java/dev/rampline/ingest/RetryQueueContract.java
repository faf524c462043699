package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of every retry queue. The queue is empty before each test. */
public abstract class RetryQueueContract {
  /** The retry queue under test. */
  protected abstract RetryQueue retry();

  /** Receives the expected number of documents, in any order. */
  protected abstract List<String> receive(int expected);

  @Test
  void queuedEvent_isReceivedUnchanged() {
    VerifiedEvent event = event("\u6f22\u0000\"");

    retry().enqueue(event, soon());

    assertThat(receive(1))
        .singleElement()
        .extracting(RetryDocument::read)
        .matches(read -> read.orElseThrow().equals(event));
  }

  @Test
  void queuedEvents_areAllReceived() {
    List<VerifiedEvent> events = List.of(event("1"), event("2"), event("3"));

    events.forEach(event -> retry().enqueue(event, soon()));

    assertThat(receive(3).stream().map(text -> RetryDocument.read(text).orElseThrow()))
        .containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void event_afterTheDeadline_throws() {
    Deadline passed = Deadline.after(Duration.ZERO, InstantSource.system());

    assertThatThrownBy(() -> retry().enqueue(event("1"), passed))
        .isInstanceOf(QueueUnavailableException.class);
    assertThat(receive(0)).isEmpty();
  }

  private static VerifiedEvent event(String wallet) {
    Subject order = SampleRecords.freshOrder();
    String id = order.text().substring("order/".length());
    return SampleVerifiedEvents.event(
        order, State.PROCESSING, Map.of("orderId", id, "walletAddress", wallet));
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(10), InstantSource.system());
  }
}
