package dev.rampline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.erasure.Erasure;
import dev.rampline.erasure.InterleavingLedger;
import dev.rampline.event.Channel;
import dev.rampline.event.State;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.ingest.IngestResult.Delivery;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Tombstone;
import dev.rampline.lifecycle.Decision;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of ingesting events about an erased subject. */
abstract class IngestErasedContract extends IngestTraceContract {
  private static final Instant RECEIVED_AT = Instant.parse("2026-03-01T10:31:00Z");

  @Test
  void eventOnAnErasedSubject_isDropped() {
    ingest(SampleVerifiedEvents.event(subject, State.PROCESSING, Map.of("network", "ethereum")));
    erase();
    Entry tombstone = entry();

    assertDropped(ingest(SampleVerifiedEvents.event(subject, State.COMPLETED, Map.of())));
    assertDropped(ingest(new UnverifiedEvent(subject, State.FAILED, Channel.SOCKET, RECEIVED_AT)));

    assertThat(entry()).isInstanceOf(Tombstone.class).isEqualTo(tombstone);
    assertThat(received(1)).hasSize(1);
  }

  @Test
  void eventDuringAnErasure_restoresNothing() {
    ingest(SampleVerifiedEvents.event(subject, State.PROCESSING, Map.of()));
    Ledger interleaving = new InterleavingLedger(ledger(), this::erase);

    assertDropped(
        ingest(interleaving, SampleVerifiedEvents.event(subject, State.COMPLETED, Map.of())));

    assertThat(entry()).isInstanceOf(Tombstone.class);
    assertThat(received(1)).hasSize(1);
  }

  private static void assertDropped(IngestResult result) {
    assertThat(result.decision()).isEqualTo(new Decision.Erased());
    assertThat(result.delivery()).isEqualTo(Delivery.NONE);
    assertThat(result.version()).isEqualTo(1);
  }

  private void erase() {
    new Erasure(ledger(), InstantSource.system()).erase(subject, deadline());
  }

  private Entry entry() {
    return ledger().read(subject, Consistency.STRONG, deadline()).orElseThrow();
  }
}
