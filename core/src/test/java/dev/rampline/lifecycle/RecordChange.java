package dev.rampline.lifecycle;

import dev.rampline.event.State;
import dev.rampline.event.TrustLevel;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.TerminalStateConflict;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step of a history: the record before, the event, and the decision. */
sealed interface RecordChange {
  /** Returns the record before; null before the first event. */
  @Nullable LedgerRecord before();

  Decision decision();

  Instant receivedAt();

  /** Returns the record after; null if there is still none. */
  default @Nullable LedgerRecord after() {
    LedgerRecord before = before();
    return decision().nextRecord().orElse(before);
  }

  /** A change by a verified event. */
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

    /** Returns whether the event is a response to a request at that version or later. */
    boolean answers(long version) {
      Long requestedAt = event.metadata().requestedAtVersion();
      return requestedAt != null && requestedAt >= version;
    }

    /**
     * Returns whether the event reports {@code expired} for a state that only the API reported, as
     * failed or cancelled.
     */
    boolean isRefinement(@Nullable State fetched, @Nullable State next) {
      return before != null
          && (fetched == State.FAILED || fetched == State.CANCELLED)
          && before.terminalStates().reported().stream()
              .anyMatch(terminal -> terminal.state() == fetched && !terminal.signed())
          && next == State.EXPIRED
          && event.status().terminalState().equals(Optional.of(State.EXPIRED))
          && isSigned();
    }

    /** Returns whether the event is a terminal state that was requested after the conflict. */
    boolean answersConflict() {
      TerminalStateConflict conflict = before == null ? null : before.terminalStates().conflict();
      return conflict != null && state().isTerminal() && answers(conflict.version());
    }
  }

  /** A change by an unverified event. */
  record ByUnverifiedEvent(@Nullable LedgerRecord before, UnverifiedEvent event, Decision decision)
      implements RecordChange {
    @Override
    public Instant receivedAt() {
      return event.receivedAt();
    }
  }
}
