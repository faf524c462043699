package dev.rampline.bench.simulation;

import dev.rampline.bench.provider.Stage;
import dev.rampline.bench.world.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of one order.
 *
 * @param orderId whose
 * @param turns in their order
 */
record Story(String orderId, List<Turn> turns) {
  private static final List<List<Stage>> LIVES =
      List.of(
          List.of(Stage.CREATED, Stage.PROCESSING, Stage.DELIVERING, Stage.COMPLETED),
          List.of(Stage.CREATED, Stage.MARKED_AS_PAID, Stage.PROCESSING, Stage.COMPLETED),
          List.of(Stage.CREATED, Stage.DEPOSITED, Stage.SENDING_FIAT, Stage.COMPLETED),
          List.of(Stage.CREATED, Stage.IN_REVIEW, Stage.PROCESSING, Stage.DELIVERING),
          List.of(Stage.CREATED, Stage.MARKED_AS_PAID, Stage.CANCELLED),
          List.of(Stage.CREATED, Stage.EXPIRED),
          List.of(Stage.CREATED, Stage.PROCESSING, Stage.FAILED, Stage.REFUNDED),
          List.of(Stage.CREATED, Stage.PROCESSING, Stage.FAILED, Stage.COMPLETED),
          List.of(Stage.CREATED, Stage.CANCELLED, Stage.COMPLETED),
          List.of(Stage.CREATED, Stage.EXPIRED, Stage.COMPLETED),
          List.of(Stage.CREATED, Stage.PROCESSING));

  static final Duration LATEST_BEGIN = Duration.ofMinutes(40);
  private static final Duration LONGEST_TURN = Duration.ofMinutes(25);
  private static final Duration SHORTEST_TURN = Duration.ofMillis(50);
  private static final double QUICK = 0.4;

  static Story drawn(String orderId, Chance chance) {
    Duration at = chance.between(Duration.ZERO, LATEST_BEGIN);
    List<Turn> turns = new ArrayList<>();
    for (Stage stage : chance.oneOf(LIVES)) {
      turns.add(new Turn(at, stage));
      at =
          at.plus(
              chance.happens(QUICK) ? SHORTEST_TURN : chance.between(SHORTEST_TURN, LONGEST_TURN));
    }
    return new Story(orderId, turns);
  }

  /** When the order comes to a stage, from the beginning. */
  record Turn(Duration at, Stage stage) {}
}
