package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.ingest.IngestResult.Delivery;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.StandingClaim;
import dev.rampline.lifecycle.Decision;
import dev.rampline.observation.Channel;
import dev.rampline.observation.Claim;
import dev.rampline.observation.State;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What ingesting does with what may not be believed. */
abstract class IngestClaimContract extends IngestForgottenContract {
  private static final Instant HEARD_AT = Instant.parse("2026-03-01T10:31:00Z");

  @Test
  void claim_onNothing_isKeptAndAnnounced() {
    IngestResult result = ingest(claim(State.COMPLETED));

    assertThat(result.delivery()).isEqualTo(Delivery.SENT);
    assertThat(result.version()).isEqualTo(1);
    assertThat(record().state()).isEqualTo(State.UNKNOWN);
    assertThat(record().concerns().claims())
        .containsExactly(new StandingClaim(State.COMPLETED, Channel.SOCKET, HEARD_AT, 1));
    assertThat(received(1)).containsExactly(COMPOSER.compose(record()));
  }

  @Test
  void claim_onARecord_changesNeitherStateNorFacts() {
    ingest(SampleWords.word(subject, State.PROCESSING, Map.of("network", "ethereum")));
    LedgerRecord before = record();

    ingest(claim(State.FAILED));

    assertThat(record().state()).isEqualTo(State.PROCESSING);
    assertThat(record().facts()).isEqualTo(before.facts());
    assertThat(record().version()).isEqualTo(2);
    assertThat(received(2)).contains(COMPOSER.compose(record()));
  }

  @Test
  void claim_thatIsRepeated_writesNothing() {
    ingest(claim(State.COMPLETED));
    LedgerRecord before = record();

    IngestResult result = ingest(claim(State.COMPLETED));

    assertThat(result.delivery()).isEqualTo(Delivery.NONE);
    assertThat(result.version()).isEqualTo(1);
    assertThat(record()).isEqualTo(before);
    assertThat(received(1)).hasSize(1);
  }

  @Test
  void claim_ofWhatTheRecordTells_writesNothing() {
    ingest(SampleWords.word(subject, State.PROCESSING, Map.of()));
    LedgerRecord before = record();

    assertThat(ingest(claim(State.PROCESSING)).decision()).isEqualTo(new Decision.Duplicate());
    assertThat(ingest(claim(State.AWAITING_PAYMENT)).decision()).isEqualTo(new Decision.Stale());

    assertThat(record()).isEqualTo(before);
    assertThat(received(1)).hasSize(1);
  }

  private Claim claim(State state) {
    return new Claim(subject, state, Channel.SOCKET, HEARD_AT);
  }
}
