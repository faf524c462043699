package dev.rampline.lifecycle;

import dev.rampline.ledger.LedgerRecord;
import java.util.Objects;
import java.util.Optional;

/**
 * What a word changes. Where several apply, the decision is the first of them in the order in which
 * they stand here. Only those down to {@link Claimed} make a new version.
 */
public sealed interface Decision {

  /** It contradicts a final state, or settles such a contradiction. */
  record Conflict(LedgerRecord record) implements Decision {
    public Conflict {
      Objects.requireNonNull(record, "record");
    }
  }

  /** It tells a status, or an event, that nobody has documented and that was not told before. */
  record Unrecognised(LedgerRecord record) implements Decision {
    public Unrecognised {
      Objects.requireNonNull(record, "record");
    }
  }

  /** It tells a new state. */
  record Advanced(LedgerRecord record) implements Decision {
    public Advanced {
      Objects.requireNonNull(record, "record");
    }
  }

  /** It tells new facts, answers a claim, or confirms a state. */
  record Enriched(LedgerRecord record) implements Decision {
    public Enriched {
      Objects.requireNonNull(record, "record");
    }
  }

  /** It says something new that may not be believed yet. */
  record Claimed(LedgerRecord record) implements Decision {
    public Claimed {
      Objects.requireNonNull(record, "record");
    }
  }

  /** It changes tags and bookkeeping alone: nothing that the message shows. */
  record Noted(LedgerRecord record) implements Decision {
    public Noted {
      Objects.requireNonNull(record, "record");
    }
  }

  /** Its state and every fact that it tells are held already. */
  record Duplicate() implements Decision {}

  /** It changes nothing else either: older than the record. */
  record Stale() implements Decision {}

  /** Its subject was forgotten: whatever it tells is dropped. */
  record Forgotten() implements Decision {}

  /** The record that is to be written, if anything is. */
  default Optional<LedgerRecord> next() {
    return switch (this) {
      case Conflict(LedgerRecord record) -> Optional.of(record);
      case Unrecognised(LedgerRecord record) -> Optional.of(record);
      case Advanced(LedgerRecord record) -> Optional.of(record);
      case Enriched(LedgerRecord record) -> Optional.of(record);
      case Claimed(LedgerRecord record) -> Optional.of(record);
      case Noted(LedgerRecord record) -> Optional.of(record);
      case Duplicate() -> Optional.empty();
      case Stale() -> Optional.empty();
      case Forgotten() -> Optional.empty();
    };
  }

  /** Whether it makes a new version, and so a message. */
  default boolean makesVersion() {
    return !(this instanceof Noted) && next().isPresent();
  }

  /** Whether it leaves two ends that contradict each other, and nothing that has settled it. */
  default boolean leavesConflict() {
    return this instanceof Conflict(LedgerRecord record) && record.finals().isContradictory();
  }

  /** The name in logs, metrics and records, such as {@code state-changed}. */
  default String text() {
    return name().text();
  }

  private DecisionName name() {
    return switch (this) {
      case Conflict _ -> DecisionName.CONFLICT;
      case Unrecognised _ -> DecisionName.UNRECOGNIZED;
      case Advanced _ -> DecisionName.STATE_CHANGED;
      case Enriched _ -> DecisionName.FIELDS_UPDATED;
      case Claimed _ -> DecisionName.UNVERIFIED;
      case Noted _ -> DecisionName.METADATA_ONLY;
      case Duplicate _ -> DecisionName.DUPLICATE;
      case Stale _ -> DecisionName.STALE;
      case Forgotten _ -> DecisionName.ERASED;
    };
  }
}
