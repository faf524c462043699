package dev.rampline.consumer;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a subject stands in the ledger right now.
 *
 * @param subject whose standing it is
 * @param state such as {@code completed}
 * @param version what messages bear as their {@code sequence}
 * @param conflict of final states, open or settled; null if there is none
 * @param confirmed of KYC: whether time or the provider's API vouches for the state; always true of
 *     orders
 * @param trust of the word that made this version: {@code claimed}, {@code signed} or {@code
 *     fetched}. It says nothing of the words before
 * @param updatedAt when the record was written last
 */
public record RecordSnapshot(
    String subject,
    String state,
    long version,
    @Nullable Conflict conflict,
    boolean confirmed,
    String trust,
    Instant updatedAt) {
  public RecordSnapshot {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(trust, "authenticity");
    Objects.requireNonNull(updatedAt, "updatedAt");
  }

  /** Whether final states contradict each other and nothing has settled that. */
  public boolean hasOpenConflict() {
    return conflict != null && conflict.isOpen();
  }

  /**
   * Whether the ledger does not know yet what the change tells. Every message was in the ledger
   * before it was sent, so this is another ledger, or one that was restored from a backup.
   */
  public boolean isBehind(Change change) {
    return version < change.sequence();
  }

  /**
   * Whether a change still says how things are: the same subject in the same state, uncontested, at
   * its version or a later one.
   */
  public boolean isConsistentWith(Change change) {
    return subject.equals(change.subject())
        && state.equals(change.state())
        && !isBehind(change)
        && !hasOpenConflict();
  }
}
