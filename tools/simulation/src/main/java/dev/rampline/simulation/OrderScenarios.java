package dev.rampline.simulation;

import dev.rampline.simulation.OrderScenario.OrderStep;
import dev.rampline.simulation.environment.SimulationRandom;
import dev.rampline.testkit.provider.OrderLifeCycle;
import dev.rampline.testkit.provider.OrderReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Generates the provider's order scenarios: independent orders, sometimes a burst that fills many
 * list pages and shifts them while they are read, sometimes a history from before Rampline started.
 */
final class OrderScenarios {
  private static final int MAX_INDEPENDENT = 5;
  private static final int MIN_BURST = 5;
  private static final int MAX_BURST = 9;
  private static final int MIN_HISTORY = 4;
  private static final int MAX_HISTORY = 8;
  private static final Duration LATEST_START = Duration.ofMinutes(40);
  private static final Duration MAX_STEP_DELAY = Duration.ofMinutes(25);
  private static final Duration MIN_STEP_DELAY = Duration.ofMillis(50);
  private static final Duration MAX_BURST_DURATION = Duration.ofSeconds(4);

  /** The first list scan looks back seven days ({@code docs/architecture.md#rest-api}). */
  private static final Duration MAX_HISTORY_AGE = Duration.ofDays(6);

  /** When a list scan reaches that page, as an offset from its start. */
  private static final Duration SECOND_PAGE = Duration.ofMillis(500);

  private static final Duration LAST_PAGE = Duration.ofSeconds(3);

  private static final double QUICK_PROBABILITY = 0.4;
  private static final double BURST_PROBABILITY = 0.4;
  private static final double HISTORY_PROBABILITY = 0.15;

  private final SimulationRandom random;
  private final List<OrderScenario> scenarios = new ArrayList<>();

  private OrderScenarios(SimulationRandom random) {
    this.random = random;
  }

  static List<OrderScenario> scenarios(SimulationRandom random) {
    OrderScenarios generator = new OrderScenarios(random);
    generator.addIndependent();
    if (random.drawBoolean(BURST_PROBABILITY)) {
      generator.addBurst();
    }
    if (random.drawBoolean(HISTORY_PROBABILITY)) {
      generator.addHistory();
    }
    return List.copyOf(generator.scenarios);
  }

  private void addIndependent() {
    for (int left = 1 + random.drawInt(MAX_INDEPENDENT); left > 0; left--) {
      add(steps(random.drawDuration(Duration.ZERO, LATEST_START), MAX_STEP_DELAY), true, null);
    }
  }

  /** Shortly before or during a list scan; half of these orders have no webhooks. */
  private void addBurst() {
    Duration run = ScheduledFunctions.reconcileTime(random.drawInt(3));
    Duration at =
        random.drawBoolean(0.5)
            ? run
            : run.minus(random.drawDuration(MAX_BURST_DURATION, Duration.ofMinutes(3)));
    for (int left = random.drawInt(2); left > 0; left--) {
      OrderStep gone = new OrderStep(at.minus(Duration.ofSeconds(1)), OrderReport.CREATED);
      add(List.of(gone), false, run.plus(randomOffset()));
    }
    for (int left = between(MIN_BURST, MAX_BURST); left > 0; left--) {
      add(steps(at.plus(randomOffset()), MAX_BURST_DURATION), random.drawBoolean(0.5), null);
    }
  }

  /** A row that moves up during the first list scan is seen only then. */
  private void addHistory() {
    if (scenarios.stream().allMatch(scenario -> scenario.removedAfter() == null)) {
      Duration run = ScheduledFunctions.reconcileTime(0);
      OrderStep gone = new OrderStep(run.minus(MIN_STEP_DELAY), OrderReport.CREATED);
      add(List.of(gone), false, run.plus(random.drawDuration(SECOND_PAGE, LAST_PAGE)));
    }
    for (int left = between(MIN_HISTORY, MAX_HISTORY); left > 0; left--) {
      Duration at = random.drawDuration(Duration.ofHours(2), MAX_HISTORY_AGE).negated();
      add(steps(at, MAX_STEP_DELAY), false, null);
    }
  }

  private int between(int least, int most) {
    return least + random.drawInt(most - least + 1);
  }

  private void add(List<OrderStep> turns, boolean reported, @Nullable Duration leaves) {
    scenarios.add(new OrderScenario(id(scenarios.size() + 1), turns, reported, leaves));
  }

  /** Some ids are numbers. */
  private static String id(int number) {
    return number % 3 == 0 ? Integer.toString(730_000 + number) : "order-" + number;
  }

  private List<OrderStep> steps(Duration begin, Duration longest) {
    Duration at = begin;
    List<OrderStep> turns = new ArrayList<>();
    for (OrderReport report : random.pick(OrderLifeCycle.ALL).reports()) {
      turns.add(new OrderStep(at, report));
      at =
          at.plus(
              random.drawBoolean(QUICK_PROBABILITY)
                  ? MIN_STEP_DELAY
                  : random.drawDuration(MIN_STEP_DELAY, longest));
    }
    return turns;
  }

  private Duration randomOffset() {
    return random.drawDuration(Duration.ZERO, MAX_BURST_DURATION);
  }
}
