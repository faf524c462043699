package dev.rampline.lifecycle;

import dev.rampline.ledger.Conflict;
import dev.rampline.ledger.FinalState;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.observation.Authenticity;
import dev.rampline.observation.Claim;
import dev.rampline.observation.Observation;
import dev.rampline.observation.State;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step of a history: what stood, what came, what was decided. */
sealed interface Change {
  /** What stood; null before the first word. */
  @Nullable LedgerRecord before();

  Decision decision();

  Instant receivedAt();

  /** What stands then; null if still nothing does. */
  default @Nullable LedgerRecord after() {
    LedgerRecord before = before();
    return decision().next().orElse(before);
  }

  /** An authenticated word came. */
  record ByWord(@Nullable LedgerRecord before, Observation word, Decision decision)
      implements Change {
    @Override
    public Instant receivedAt() {
      return word.reception().receivedAt();
    }

    State state() {
      return word.word().state();
    }

    boolean isSigned() {
      return word.reception().authenticity() == Authenticity.SIGNED;
    }

    /** Whether it is the API's answer to a question put at that version or later. */
    boolean answers(long version) {
      Long asked = word.reception().askedAtVersion();
      return asked != null && asked >= version;
    }

    /**
     * Whether it tells that an end which the API alone had told was its way to say expired: the one
     * change of a final's name.
     */
    boolean refines(@Nullable State end, @Nullable State next) {
      return before != null
          && (end == State.FAILED || end == State.CANCELLED)
          && before.finals().told().contains(new FinalState(end, false))
          && next == State.EXPIRED
          && word.word().finalTold().equals(Optional.of(State.EXPIRED))
          && isSigned();
    }

    /** Whether it is the answer to a conflict of ends: a final state, asked for since. */
    boolean answersConflict() {
      Conflict conflict = before == null ? null : before.finals().conflict();
      return conflict != null && state().isFinal() && answers(conflict.version());
    }
  }

  /** A claim came. */
  record ByClaim(@Nullable LedgerRecord before, Claim claim, Decision decision) implements Change {
    @Override
    public Instant receivedAt() {
      return claim.receivedAt();
    }
  }
}
