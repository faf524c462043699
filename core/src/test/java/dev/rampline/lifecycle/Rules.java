package dev.rampline.lifecycle;

import dev.rampline.ledger.LedgerRecord;
import dev.rampline.observation.Claim;
import dev.rampline.observation.Observation;
import org.jspecify.annotations.Nullable;

/** The two questions that a life cycle answers, so that broken ones can be put to the proof too. */
interface Rules {
  Decision decide(@Nullable LedgerRecord record, Observation observation);

  Decision claim(@Nullable LedgerRecord record, Claim claim);

  /** The rules as they are. */
  record Sound() implements Rules {
    @Override
    public Decision decide(@Nullable LedgerRecord record, Observation observation) {
      return Lifecycle.decide(record, observation);
    }

    @Override
    public Decision claim(@Nullable LedgerRecord record, Claim claim) {
      return Lifecycle.claim(record, claim);
    }
  }
}
