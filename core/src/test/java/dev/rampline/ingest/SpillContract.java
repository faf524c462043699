package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampline.ledger.SampleRecords;
import dev.rampline.observation.Observation;
import dev.rampline.observation.State;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every spill must do, if it is empty when a test begins. */
public abstract class SpillContract {
  /** The spill under test. */
  protected abstract Spill spill();

  /** Takes so many documents out of it, in whatever order. */
  protected abstract List<String> taken(int expected);

  @Test
  void word_thatIsKept_comesOutAsItWas() {
    Observation word = word("\u6f22\u0000\"");

    spill().keep(word, soon());

    assertThat(taken(1))
        .singleElement()
        .extracting(SpillDocument::read)
        .matches(read -> read.orElseThrow().equals(word));
  }

  @Test
  void words_thatAreKept_allComeOut() {
    List<Observation> words = List.of(word("1"), word("2"), word("3"));

    words.forEach(word -> spill().keep(word, soon()));

    assertThat(taken(3).stream().map(text -> SpillDocument.read(text).orElseThrow()))
        .containsExactlyInAnyOrderElementsOf(words);
  }

  @Test
  void word_thatComesAfterTheDeadline_isNotKeptAndThatIsSaid() {
    Deadline passed = Deadline.after(Duration.ZERO, InstantSource.system());

    assertThatThrownBy(() -> spill().keep(word("1"), passed))
        .isInstanceOf(SpillUnavailableException.class);
    assertThat(taken(0)).isEmpty();
  }

  private static Observation word(String wallet) {
    return SampleWords.word(
        SampleRecords.freshOrder(), State.PROCESSING, Map.of("walletAddress", wallet));
  }

  private static Deadline soon() {
    return Deadline.after(Duration.ofSeconds(10), InstantSource.system());
  }
}
