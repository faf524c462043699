package dev.rampline.ledger;

import dev.rampline.observation.Authenticity;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * With what weight a fact was told: the tag by which the greater of two values is found.
 *
 * @param rank of the state that the word told
 * @param occurredAt when it happened; null stands lowest
 * @param authenticity how surely the provider said it
 */
public record Told(int rank, @Nullable Instant occurredAt, Authenticity authenticity)
    implements Comparable<Told> {
  /** Time, where none stands lowest. */
  public static final Comparator<@Nullable Instant> BY_TIME =
      Comparator.nullsFirst(Comparator.<Instant>naturalOrder());

  public Told {
    Objects.requireNonNull(authenticity, "authenticity");
  }

  @Override
  public int compareTo(Told other) {
    int byRank = Integer.compare(rank, other.rank);
    if (byRank != 0) {
      return byRank;
    }
    int byTime = BY_TIME.compare(occurredAt, other.occurredAt);
    return byTime != 0 ? byTime : authenticity.compareTo(other.authenticity);
  }
}
