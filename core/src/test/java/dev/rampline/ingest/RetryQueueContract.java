package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.event.State;
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

  /** Takes so many documents out of it, in whatever order. */
  protected abstract List<String> taken(int expected);

  @Test
  void event_thatIsKept_comesOutAsItWas() {
    VerifiedEvent word = word("\u6f22\u0000\"");

    retry().enqueue(word, soon());

    assertThat(taken(1))
        .singleElement()
        .extracting(RetryDocument::read)
        .matches(read -> read.orElseThrow().equals(word));
  }

  @Test
  void events_thatAreKept_allComeOut() {
    List<VerifiedEvent> events = List.of(word("1"), word("2"), word("3"));

    events.forEach(word -> retry().enqueue(word, soon()));

    assertThat(taken(3).stream().map(text -> RetryDocument.read(text).orElseThrow()))
        .containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void event_afterTheDeadline_throws() {
    Deadline passed = Deadline.after(Duration.ZERO, InstantSource.system());

    assertThatThrownBy(() -> retry().enqueue(word("1"), passed))
        .isInstanceOf(QueueUnavailableException.class);
    assertThat(taken(0)).isEmpty();
  }

  private static VerifiedEvent word(String wallet) {
    return SampleVerifiedEvents.event(
        SampleRecords.freshOrder(), State.PROCESSING, Map.of("walletAddress", wallet));
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(10), InstantSource.system());
  }
}
