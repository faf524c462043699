package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.erasure.Erasure;
import dev.rampline.erasure.Overtaken;
import dev.rampline.ingest.IngestResult.Delivery;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Tombstone;
import dev.rampline.lifecycle.Decision;
import dev.rampline.observation.Channel;
import dev.rampline.observation.Claim;
import dev.rampline.observation.State;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What ingesting does with words on a subject that was forgotten. */
abstract class IngestForgottenContract extends IngestTraceContract {
  private static final Instant HEARD_AT = Instant.parse("2026-03-01T10:31:00Z");

  @Test
  void word_onAForgottenSubject_isDropped() {
    ingest(SampleWords.word(subject, State.PROCESSING, Map.of("network", "ethereum")));
    forget();
    Entry tombstone = entry();

    assertDropped(ingest(SampleWords.word(subject, State.COMPLETED, Map.of())));
    assertDropped(ingest(new Claim(subject, State.FAILED, Channel.SOCKET, HEARD_AT)));

    assertThat(entry()).isInstanceOf(Tombstone.class).isEqualTo(tombstone);
    assertThat(received(1)).hasSize(1);
  }

  @Test
  void word_whoseSubjectIsForgottenBetweenReadAndWrite_bringsNothingBack() {
    ingest(SampleWords.word(subject, State.PROCESSING, Map.of()));
    Ledger overtaken = new Overtaken(ledger(), this::forget);

    assertDropped(ingest(overtaken, SampleWords.word(subject, State.COMPLETED, Map.of())));

    assertThat(entry()).isInstanceOf(Tombstone.class);
    assertThat(received(1)).hasSize(1);
  }

  private static void assertDropped(IngestResult result) {
    assertThat(result.decision()).isEqualTo(new Decision.Forgotten());
    assertThat(result.delivery()).isEqualTo(Delivery.NONE);
    assertThat(result.version()).isEqualTo(1);
  }

  private void forget() {
    new Erasure(ledger(), InstantSource.system()).forget(subject, soon());
  }

  private Entry entry() {
    return ledger().read(subject, Consistency.STRONG, soon()).orElseThrow();
  }
}
