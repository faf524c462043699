package dev.rampline.lifecycle;

import dev.rampline.ledger.LedgerRecord;
import java.util.Objects;
import java.util.Optional;

/**
 * What an event changes. If several decisions apply, the first in the order of declaration is
 * taken. Only the decisions down to {@link Unverified} create a new version.
 */
public sealed interface Decision {

  /** The event contradicts a terminal state, or resolves such a conflict. */
  record Conflict(LedgerRecord record) implements Decision {
    public Conflict {
      Objects.requireNonNull(record, "record");
    }
  }

  /** The event reports an undocumented status or event name for the first time. */
  record Unrecognized(LedgerRecord record) implements Decision {
    public Unrecognized {
      Objects.requireNonNull(record, "record");
    }
  }

  /** The event changes the state. */
  record StateChanged(LedgerRecord record) implements Decision {
    public StateChanged {
      Objects.requireNonNull(record, "record");
    }
  }

  /** The event changes fields, resolves an unverified event, or confirms a state. */
  record FieldsUpdated(LedgerRecord record) implements Decision {
    public FieldsUpdated {
      Objects.requireNonNull(record, "record");
    }
  }

  /** An unverified event that reports something new. */
  record Unverified(LedgerRecord record) implements Decision {
    public Unverified {
      Objects.requireNonNull(record, "record");
    }
  }

  /** The event changes only precedence and metadata: nothing that the message shows. */
  record MetadataOnly(LedgerRecord record) implements Decision {
    public MetadataOnly {
      Objects.requireNonNull(record, "record");
    }
  }

  /** The record already has the event's state and every field value. */
  record Duplicate() implements Decision {}

  /** The event is older than the record and changes nothing. */
  record Stale() implements Decision {}

  /** The event's subject is erased: the event is dropped. */
  record Erased() implements Decision {}

  /** Returns the record to write; empty if there is nothing to write. */
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

  /** Returns whether the event creates a new version, and so a message. */
  default boolean hasNewVersion() {
    return !(this instanceof MetadataOnly) && nextRecord().isPresent();
  }

  /** Returns whether the event leaves an open conflict. */
  default boolean hasOpenConflict() {
    return this instanceof Conflict(LedgerRecord record)
        && record.terminalStates().hasOpenConflict();
  }

  /**
   * Returns whether the event shows that the ledger and the provider's API disagree: the API
   * contradicts a terminal state or a verdict that signed events reported.
   */
  default boolean isDisagreement() {
    return this instanceof Conflict(LedgerRecord record)
        && record.terminalStates().isContradictedByProvider();
  }

  /** Returns the name in logs, metrics and records, such as {@code state-changed}. */
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
