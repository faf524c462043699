package dev.rampline.bench.simulation;

import dev.rampline.bench.provider.Verdict;
import dev.rampline.bench.world.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of one customer's KYC.
 *
 * @param customerId whose
 * @param numbered whether the partner has given them a number of its own
 * @param turns in their order
 */
record Examination(String customerId, boolean numbered, List<Turn> turns) {
  private static final List<List<Verdict>> LIVES =
      List.of(
          List.of(Verdict.SUBMITTED, Verdict.APPROVED),
          List.of(Verdict.SUBMITTED, Verdict.REJECTED),
          List.of(Verdict.SUBMITTED, Verdict.APPROVED, Verdict.REJECTED),
          List.of(Verdict.SUBMITTED, Verdict.RETRY, Verdict.SUBMITTED, Verdict.APPROVED),
          List.of(Verdict.SUBMITTED, Verdict.REJECTED, Verdict.RETRY, Verdict.SUBMITTED));
  private static final Duration LATEST_BEGIN = Duration.ofMinutes(40);
  private static final Duration LONGEST_TURN = Duration.ofMinutes(25);
  private static final Duration SHORTEST_TURN = Duration.ofMillis(50);
  private static final double QUICK = 0.3;
  private static final int MOST = 2;

  static List<Examination> drawn(Chance chance) {
    List<Examination> drawn = new ArrayList<>();
    for (int left = chance.below(MOST + 1); left > 0; left--) {
      String id = "customer-" + (drawn.size() + 1);
      drawn.add(new Examination(id, chance.happens(0.5), turns(chance)));
    }
    return List.copyOf(drawn);
  }

  private static List<Turn> turns(Chance chance) {
    Duration at = chance.between(Duration.ZERO, LATEST_BEGIN);
    List<Turn> turns = new ArrayList<>();
    for (Verdict verdict : chance.oneOf(LIVES)) {
      turns.add(new Turn(at, verdict));
      at =
          at.plus(
              chance.happens(QUICK) ? SHORTEST_TURN : chance.between(SHORTEST_TURN, LONGEST_TURN));
    }
    return turns;
  }

  /** When the customer comes to a verdict, from the beginning. */
  record Turn(Duration at, Verdict verdict) {}
}
