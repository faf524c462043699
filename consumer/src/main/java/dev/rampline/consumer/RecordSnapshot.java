package dev.rampline.consumer;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The current state of a subject in the ledger.
 *
 * @param subject the subject
 * @param state the state, such as {@code completed}
 * @param version the version, which is the {@code sequence} of its message
 * @param conflict the conflict of terminal states, open or resolved; null if there is none
 * @param confirmedAt when the provider's API confirmed the state; null if it has not, and while a
 *     conflict is open
 * @param confirmed for KYC, whether the time of the event or the provider's API confirms the state;
 *     always true for orders
 * @param trust trust level of the event that created this version: {@code unverified}, {@code
 *     signed} or {@code fetched}; earlier events may have had another one
 * @param updatedAt when the record was last written
 */
public record RecordSnapshot(
    String subject,
    String state,
    long version,
    @Nullable Conflict conflict,
    @Nullable Instant confirmedAt,
    boolean confirmed,
    String trust,
    Instant updatedAt) {
  public RecordSnapshot {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(trust, "trust");
    Objects.requireNonNull(updatedAt, "updatedAt");
  }

  /** Returns whether there is a conflict that the provider's API has not resolved. */
  public boolean hasOpenConflict() {
    return conflict != null && conflict.isOpen();
  }

  /**
   * Returns whether the ledger has an older version than the change. Every version is in the ledger
   * before its message is sent, so this is another ledger or one restored from a backup.
   */
  public boolean isBehind(Change change) {
    return version < change.sequence();
  }

  /**
   * Returns whether a change is still current: the subject has the same state, without an open
   * conflict, at the change's version or a later one.
   */
  public boolean isConsistentWith(Change change) {
    return subject.equals(change.subject())
        && state.equals(change.state())
        && !isBehind(change)
        && !hasOpenConflict();
  }
}
