package dev.rampline.lifecycle;

import dev.rampline.ledger.Concerns;
import dev.rampline.ledger.Fact;
import dev.rampline.ledger.Facts;
import dev.rampline.ledger.Finals;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Revision;
import dev.rampline.ledger.Standing;
import dev.rampline.observation.Details;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Reception;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record to be altered in one of its parts; and words that are. */
record Altered(LedgerRecord record) {
  LedgerRecord with(Standing standing) {
    return with(record.revision(), standing, record.finals(), record.facts(), record.concerns());
  }

  LedgerRecord with(Finals finals) {
    return with(record.revision(), record.standing(), finals, record.facts(), record.concerns());
  }

  LedgerRecord with(Map<String, Fact> values) {
    Facts facts = Facts.of(values, record.facts().unknownNames());
    return with(record.revision(), record.standing(), record.finals(), facts, record.concerns());
  }

  LedgerRecord with(Concerns concerns) {
    return with(record.revision(), record.standing(), record.finals(), record.facts(), concerns);
  }

  LedgerRecord withVersion(long version) {
    Revision held = record.revision();
    Revision revision = new Revision(held.number(), version, held.writes(), held.updatedAt());
    return with(revision, record.standing(), record.finals(), record.facts(), record.concerns());
  }

  static Observation with(Observation word, @Nullable Instant occurredAt) {
    return new Observation(
        word.subject(), word.word(), word.details(), occurredAt, word.reception());
  }

  static Observation with(Observation word, Details details) {
    return new Observation(
        word.subject(), word.word(), details, word.occurredAt(), word.reception());
  }

  static Observation with(Observation word, Reception reception) {
    return new Observation(
        word.subject(), word.word(), word.details(), word.occurredAt(), reception);
  }

  private LedgerRecord with(
      Revision revision, Standing standing, Finals finals, Facts facts, Concerns concerns) {
    return new LedgerRecord(
        record.subject(),
        revision,
        standing,
        finals,
        facts,
        concerns,
        record.transitions(),
        record.last(),
        record.carried());
  }
}
