package dev.rampline.lifecycle;

import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.LedgerRecord;
import org.jspecify.annotations.Nullable;

/** The state transition rules, which tests replace by defective ones. */
interface LifecycleRules {
  Decision decide(@Nullable LedgerRecord record, VerifiedEvent event);

  Decision decideUnverified(@Nullable LedgerRecord record, UnverifiedEvent unverifiedEvent);

  /** The production rules. */
  record Correct() implements LifecycleRules {
    @Override
    public Decision decide(@Nullable LedgerRecord record, VerifiedEvent event) {
      return Lifecycle.decide(record, event, LookupScope.CONFIRM);
    }

    @Override
    public Decision decideUnverified(
        @Nullable LedgerRecord record, UnverifiedEvent unverifiedEvent) {
      return Lifecycle.decideUnverified(record, unverifiedEvent, LookupScope.CONFIRM);
    }
  }
}
