package dev.rampline.lifecycle;

import dev.rampline.ledger.LedgerRecord;
import java.util.Objects;
import java.util.Optional;

/**
 * What a word changes. Where several apply, the decision is the first of them in the order in which
 * they stand here. Only those down to {@link Unverified} make a new version.
 */
public sealed interface Decision {

  /** It contradicts a final state, or settles such a contradiction. */
  record Conflict(LedgerRecord record) implements Decision {
    public Conflict {
      Objects.requireNonNull(record, "record");
    }
  }

  /** It tells a status, or an event, that nobody has documented and that was not told before. */
  record Unrecognized(LedgerRecord record) implements Decision {
    public Unrecognized {
      Objects.requireNonNull(record, "record");
    }
  }

  /** It tells a new state. */
  record StateChanged(LedgerRecord record) implements Decision {
    public StateChanged {
      Objects.requireNonNull(record, "record");
    }
  }

  /** It tells new facts, answers a claim, or confirms a state. */
  record FieldsUpdated(LedgerRecord record) implements Decision {
    public FieldsUpdated {
      Objects.requireNonNull(record, "record");
    }
  }

  /** It says something new that may not be believed yet. */
  record Unverified(LedgerRecord record) implements Decision {
    public Unverified {
      Objects.requireNonNull(record, "record");
    }
  }

  /** It changes tags and bookkeeping alone: nothing that the message shows. */
  record MetadataOnly(LedgerRecord record) implements Decision {
    public MetadataOnly {
      Objects.requireNonNull(record, "record");
    }
  }

  /** Its state and every fact that it tells are held already. */
  record Duplicate() implements Decision {}

  /** It changes nothing else either: older than the record. */
  record Stale() implements Decision {}

  /** Its subject was forgotten: whatever it tells is dropped. */
  record Erased() implements Decision {}

  /** The record that is to be written, if anything is. */
  default Optional<LedgerRecord> nextRecord() {
    return switch (this) {
      case Conflict(LedgerRecord record) -> Optional.of(record);
      case Unrecognized(LedgerRecord record) -> Optional.of(record);
      case StateChanged(LedgerRecord record) -> Optional.of(record);
      case FieldsUpdated(LedgerRecord record) -> Optional.of(record);
      case Unverified(LedgerRecord record) -> Optional.of(record);
      case MetadataOnly(LedgerRecord record) -> Optional.of(record);
      case Duplicate() -> Optional.empty();
      case Stale() -> Optional.empty();
      case Erased() -> Optional.empty();
    };
  }

  /** Whether it makes a new version, and so a message. */
  default boolean hasNewVersion() {
    return !(this instanceof MetadataOnly) && nextRecord().isPresent();
  }

  /** Whether it leaves two ends that contradict each other, and nothing that has settled it. */
  default boolean hasOpenConflict() {
    return this instanceof Conflict(LedgerRecord record)
        && record.terminalStates().hasOpenConflict();
  }

  /** The name in logs, metrics and records, such as {@code state-changed}. */
  default String text() {
    return name().text();
  }

  private DecisionName name() {
    return switch (this) {
      case Conflict _ -> DecisionName.CONFLICT;
      case Unrecognized _ -> DecisionName.UNRECOGNIZED;
      case StateChanged _ -> DecisionName.STATE_CHANGED;
      case FieldsUpdated _ -> DecisionName.FIELDS_UPDATED;
      case Unverified _ -> DecisionName.UNVERIFIED;
      case MetadataOnly _ -> DecisionName.METADATA_ONLY;
      case Duplicate _ -> DecisionName.DUPLICATE;
      case Stale _ -> DecisionName.STALE;
      case Erased _ -> DecisionName.ERASED;
    };
  }
}
