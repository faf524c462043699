package dev.rampline.lifecycle;

import dev.rampline.ledger.Concerns;
import dev.rampline.ledger.Facts;
import dev.rampline.ledger.Finals;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Standing;
import dev.rampline.observation.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a word can change of a record. */
record Holding(Standing standing, Finals finals, Facts facts, Concerns concerns) {
  private static final Holding NOTHING =
      new Holding(Standing.NONE, Finals.NONE, Facts.NONE, Concerns.NONE);

  static Holding of(@Nullable LedgerRecord record) {
    return record == null
        ? NOTHING
        : new Holding(record.standing(), record.finals(), record.facts(), record.concerns());
  }

  State state() {
    return finals.state().orElse(standing.state());
  }

  /**
   * Whether the provider's API is to be asked about it (design §5, index {@code open}). KYC never
   * ends: an approval may be withdrawn, and the webhook that says so be lost.
   */
  boolean wantsLook() {
    boolean unsettled = finals.conflict() != null && finals.conflict().isOpen();
    return unsettled || !state().isClosed() || isInDoubt();
  }

  /** Whether the answer would tell more than that nothing has changed. */
  boolean isInDoubt() {
    return !standing.confirmed()
        || !concerns.claims().isEmpty()
        || concerns.unrecognised().unansweredSince() > 0;
  }

  Holding lookingAt(@Nullable Instant lookAt) {
    return new Holding(
        standing, finals, facts, new Concerns(concerns.claims(), concerns.unrecognised(), lookAt));
  }
}
