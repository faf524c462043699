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
  private static final DeadLetter MESSAGE =
      new DeadLetter("{\"text\":\"\\u6f22\\u0000\"}", "InvalidMessageContents");

  /** The queue under test. */
  protected abstract DeadLetters deadLetters();

  /** Receives the expected number of messages, in any order. */
  protected abstract List<DeadLetter> receive(int expected);

  @Test
  void sentMessage_keepsItsBytesAndItsReason() {
    deadLetters().send(MESSAGE, Deadline.after(Duration.ofSeconds(10), InstantSource.system()));

    assertThat(receive(1)).containsExactly(MESSAGE);
  }

  @Test
  void message_afterTheDeadline_throws() {
    Deadline passed = Deadline.after(Duration.ZERO, InstantSource.system());

    assertThatThrownBy(() -> deadLetters().send(MESSAGE, passed))
        .isInstanceOf(QueueUnavailableException.class);
    assertThat(receive(0)).isEmpty();
  }
}
