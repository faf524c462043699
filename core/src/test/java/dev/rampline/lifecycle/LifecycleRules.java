package dev.rampline.lifecycle;

import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.LedgerRecord;
import org.jspecify.annotations.Nullable;

/** The two questions that a life cycle answers, so that broken ones can be put to the proof too. */
interface LifecycleRules {
  Decision decide(@Nullable LedgerRecord record, VerifiedEvent observation);

  Decision decideUnverified(@Nullable LedgerRecord record, UnverifiedEvent unverifiedEvent);

  /** The rules as they are. */
  record Correct() implements LifecycleRules {
    @Override
    public Decision decide(@Nullable LedgerRecord record, VerifiedEvent observation) {
      return Lifecycle.decide(record, observation);
    }

    @Override
    public Decision decideUnverified(
        @Nullable LedgerRecord record, UnverifiedEvent unverifiedEvent) {
      return Lifecycle.decideUnverified(record, unverifiedEvent);
    }
  }
}
