package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.ingest.IngestResult.Delivery;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.PendingUnverifiedEvent;
import dev.rampline.lifecycle.Decision;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of ingesting unverified events. */
abstract class IngestUnverifiedEventContract extends IngestErasedContract {
  private static final Instant RECEIVED_AT = Instant.parse("2026-03-01T10:31:00Z");

  @Test
  void unverifiedEvent_withoutARecord_isStoredAndSent() {
    IngestResult result = ingest(unverified(State.COMPLETED));

    assertThat(result.delivery()).isEqualTo(Delivery.SENT);
    assertThat(result.version()).isEqualTo(1);
    assertThat(record().state()).isEqualTo(State.UNKNOWN);
    assertThat(record().pendingChecks().unverifiedEvents())
        .containsExactly(
            new PendingUnverifiedEvent(State.COMPLETED, Channel.SOCKET, RECEIVED_AT, 1));
    assertThat(received(1)).containsExactly(COMPOSER.compose(record()));
  }

  @Test
  void unverifiedEvent_onARecord_changesNeitherStateNorFields() {
    ingest(SampleVerifiedEvents.event(subject, State.PROCESSING, Map.of("network", "ethereum")));
    LedgerRecord before = record();

    ingest(unverified(State.FAILED));

    assertThat(record().state()).isEqualTo(State.PROCESSING);
    assertThat(record().fields()).isEqualTo(before.fields());
    assertThat(record().version()).isEqualTo(2);
    assertThat(received(2)).contains(COMPOSER.compose(record()));
  }

  @Test
  void repeatedUnverifiedEvent_writesNothing() {
    ingest(unverified(State.COMPLETED));
    LedgerRecord before = record();

    IngestResult result = ingest(unverified(State.COMPLETED));

    assertThat(result.delivery()).isEqualTo(Delivery.NONE);
    assertThat(result.version()).isEqualTo(1);
    assertThat(record()).isEqualTo(before);
    assertThat(received(1)).hasSize(1);
  }

  @Test
  void unverifiedEvent_withAStateOfTheRecord_writesNothing() {
    ingest(SampleVerifiedEvents.event(subject, State.PROCESSING, Map.of()));
    LedgerRecord before = record();

    assertThat(ingest(unverified(State.PROCESSING)).decision()).isEqualTo(new Decision.Duplicate());
    assertThat(ingest(unverified(State.AWAITING_PAYMENT)).decision())
        .isEqualTo(new Decision.Stale());

    assertThat(record()).isEqualTo(before);
    assertThat(received(1)).hasSize(1);
  }

  private UnverifiedEvent unverified(State state) {
    return new UnverifiedEvent(subject, state, Channel.SOCKET, RECEIVED_AT);
  }
}
