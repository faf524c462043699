package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of every dead-letter queue. The queue is empty before each test. */
public abstract class DeadLettersContract {
  private static final DeadLetter LETTER =
      new DeadLetter("{\"text\":\"\\u6f22\\u0000\"}", "InvalidMessageContents");

  /** The queue under test. */
  protected abstract DeadLetters deadLetters();

  /** Receives that many messages, in any order. */
  protected abstract List<DeadLetter> taken(int expected);

  @Test
  void message_thatIsSent_keepsItsBytesAndItsReason() {
    deadLetters().send(LETTER, Deadline.after(Duration.ofSeconds(10), InstantSource.system()));

    assertThat(taken(1)).containsExactly(LETTER);
  }

  @Test
  void message_afterTheDeadline_throws() {
    Deadline passed = Deadline.after(Duration.ZERO, InstantSource.system());

    assertThatThrownBy(() -> deadLetters().send(LETTER, passed))
        .isInstanceOf(QueueUnavailableException.class);
    assertThat(taken(0)).isEmpty();
  }
}
