package dev.rampline.lifecycle;

import dev.rampline.event.State;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.TerminalState;
import dev.rampline.ledger.TerminalStateConflict;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step of a history: what stood, what came, what was decided. */
sealed interface RecordChange {
  /** What stood; null before the first word. */
  @Nullable LedgerRecord before();

  Decision decision();

  Instant receivedAt();

  /** What stands then; null if still nothing does. */
  default @Nullable LedgerRecord after() {
    LedgerRecord before = before();
    return decision().nextRecord().orElse(before);
  }

  /** An authenticated word came. */
  record ByVerifiedEvent(@Nullable LedgerRecord before, VerifiedEvent event, Decision decision)
      implements RecordChange {
    @Override
    public Instant receivedAt() {
      return event.metadata().receivedAt();
    }

    State state() {
      return event.status().state();
    }

    boolean isSigned() {
      return event.metadata().trust() == TrustLevel.SIGNED;
    }

    /** Whether it is the API's answer to a question put at that version or later. */
    boolean answers(long version) {
      Long asked = event.metadata().requestedAtVersion();
      return asked != null && asked >= version;
    }

    /**
     * Whether it tells that an end which the API alone had told was its way to say expired: the one
     * change of a final's name.
     */
    boolean isRefinement(@Nullable State end, @Nullable State next) {
      return before != null
          && (end == State.FAILED || end == State.CANCELLED)
          && before.terminalStates().reported().contains(new TerminalState(end, false))
          && next == State.EXPIRED
          && event.status().terminalState().equals(Optional.of(State.EXPIRED))
          && isSigned();
    }

    /** Whether it is the answer to a conflict of ends: a final state, asked for since. */
    boolean answersConflict() {
      TerminalStateConflict conflict = before == null ? null : before.terminalStates().conflict();
      return conflict != null && state().isTerminal() && answers(conflict.version());
    }
  }

  /** A claim came. */
  record ByUnverifiedEvent(@Nullable LedgerRecord before, UnverifiedEvent event, Decision decision)
      implements RecordChange {
    @Override
    public Instant receivedAt() {
      return event.receivedAt();
    }
  }
}
