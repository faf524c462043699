package dev.rampline.ledger;

import dev.rampline.event.TrustLevel;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The precedence of a reported field value: the higher one wins. The trust level counts more than
 * the time, so that no signed event replaces what the API reports of the same state.
 *
 * @param rank rank of the event's state
 * @param occurredAt when it happened; null is lowest
 * @param trust the event's trust level
 */
public record FieldPrecedence(int rank, @Nullable Instant occurredAt, TrustLevel trust)
    implements Comparable<FieldPrecedence> {
  /** Orders times; null is lowest. */
  public static final Comparator<@Nullable Instant> BY_TIME =
      Comparator.nullsFirst(Comparator.<Instant>naturalOrder());

  public FieldPrecedence {
    Objects.requireNonNull(trust, "trust");
  }

  @Override
  public int compareTo(FieldPrecedence other) {
    int byRank = Integer.compare(rank, other.rank);
    if (byRank != 0) {
      return byRank;
    }
    int byTrust = trust.compareTo(other.trust);
    return byTrust != 0 ? byTrust : BY_TIME.compare(occurredAt, other.occurredAt);
  }
}
