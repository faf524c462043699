package dev.rampline.ledger;

import dev.rampline.event.TrustLevel;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * With what weight a fact was told: the tag by which the greater of two values is found.
 *
 * @param rank of the state that the word told
 * @param occurredAt when it happened; null stands lowest
 * @param trust how surely the provider said it
 */
public record FieldPrecedence(int rank, @Nullable Instant occurredAt, TrustLevel trust)
    implements Comparable<FieldPrecedence> {
  /** Time, where none stands lowest. */
  public static final Comparator<@Nullable Instant> BY_TIME =
      Comparator.nullsFirst(Comparator.<Instant>naturalOrder());

  public FieldPrecedence {
    Objects.requireNonNull(trust, "authenticity");
  }

  @Override
  public int compareTo(FieldPrecedence other) {
    int byRank = Integer.compare(rank, other.rank);
    if (byRank != 0) {
      return byRank;
    }
    int byTime = BY_TIME.compare(occurredAt, other.occurredAt);
    return byTime != 0 ? byTime : trust.compareTo(other.trust);
  }
}
