package dev.rampline.bench.simulation;

import dev.rampline.bench.provider.Stage;
import dev.rampline.bench.simulation.Story.Turn;
import dev.rampline.bench.world.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws what happens at the provider: some orders by themselves; at times a crowd of them, so that
 * the list has many pages, and moves while it is read; at times a past that nobody has told.
 */
final class Stories {
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
  private static final int MOST_ALONE = 5;
  private static final int LEAST_OF_A_CROWD = 5;
  private static final int MOST_OF_A_CROWD = 9;
  private static final int LEAST_OF_THE_PAST = 4;
  private static final int MOST_OF_THE_PAST = 8;
  private static final Duration LATEST_BEGIN = Duration.ofMinutes(40);
  private static final Duration LONGEST_TURN = Duration.ofMinutes(25);
  private static final Duration SHORTEST_TURN = Duration.ofMillis(50);
  private static final Duration LONGEST_RUN = Duration.ofSeconds(4);

  /** The first pass over the list goes back seven days (design §7). */
  private static final Duration PAST = Duration.ofDays(6);

  /** When a reading of the list comes there, from its begin. */
  private static final Duration SECOND_PAGE = Duration.ofMillis(500);

  private static final Duration LAST_PAGE = Duration.ofSeconds(3);

  private static final double QUICK = 0.4;
  private static final double CROWDED = 0.4;
  private static final double WITH_A_PAST = 0.15;

  private final Chance chance;
  private final List<Story> drawn = new ArrayList<>();

  private Stories(Chance chance) {
    this.chance = chance;
  }

  static List<Story> drawn(Chance chance) {
    Stories stories = new Stories(chance);
    stories.alone();
    if (chance.happens(CROWDED)) {
      stories.crowd();
    }
    if (chance.happens(WITH_A_PAST)) {
      stories.past();
    }
    return List.copyOf(stories.drawn);
  }

  private void alone() {
    for (int left = 1 + chance.below(MOST_ALONE); left > 0; left--) {
      add(turns(chance.between(Duration.ZERO, LATEST_BEGIN), LONGEST_TURN), true, null);
    }
  }

  /** Shortly before the list is read, or while it is; half of it only the list tells of. */
  private void crowd() {
    Duration run = Schedule.timeOfRun(chance.below(3));
    Duration at =
        chance.happens(0.5) ? run : run.minus(chance.between(LONGEST_RUN, Duration.ofMinutes(3)));
    for (int left = chance.below(2); left > 0; left--) {
      Turn gone = new Turn(at.minus(Duration.ofSeconds(1)), Stage.CREATED);
      add(List.of(gone), false, run.plus(moment()));
    }
    for (int left = between(LEAST_OF_A_CROWD, MOST_OF_A_CROWD); left > 0; left--) {
      add(turns(at.plus(moment()), LONGEST_RUN), chance.happens(0.5), null);
    }
  }

  /** A row of it that moves up while the list is read for the first time is met only then. */
  private void past() {
    if (drawn.stream().allMatch(story -> story.leaves() == null)) {
      Duration run = Schedule.timeOfRun(0);
      Turn gone = new Turn(run.minus(SHORTEST_TURN), Stage.CREATED);
      add(List.of(gone), false, run.plus(chance.between(SECOND_PAGE, LAST_PAGE)));
    }
    for (int left = between(LEAST_OF_THE_PAST, MOST_OF_THE_PAST); left > 0; left--) {
      Duration at = chance.between(Duration.ofHours(2), PAST).negated();
      add(turns(at, LONGEST_TURN), false, null);
    }
  }

  private int between(int least, int most) {
    return least + chance.below(most - least + 1);
  }

  private void add(List<Turn> turns, boolean told, @Nullable Duration leaves) {
    drawn.add(new Story("order-" + (drawn.size() + 1), turns, told, leaves));
  }

  private List<Turn> turns(Duration begin, Duration longest) {
    Duration at = begin;
    List<Turn> turns = new ArrayList<>();
    for (Stage stage : chance.oneOf(LIVES)) {
      turns.add(new Turn(at, stage));
      at = at.plus(chance.happens(QUICK) ? SHORTEST_TURN : chance.between(SHORTEST_TURN, longest));
    }
    return turns;
  }

  private Duration moment() {
    return chance.between(Duration.ZERO, LONGEST_RUN);
  }
}
