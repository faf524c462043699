package dev.rampline.bench.simulation;

import dev.rampline.bench.world.Chance;
import dev.rampline.bench.world.Fault;
import dev.rampline.bench.world.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a seed stands for.
 *
 * @param seed of all that is drawn on the way
 * @param stories what happens at the provider
 * @param faults what may go wrong
 * @param rate how likely it is at a call
 * @param outages when a service is down
 */
record Plan(long seed, List<Story> stories, Set<Fault> faults, double rate, List<Outage> outages) {
  private static final List<Double> RATES = List.of(0.0, 0.02, 0.05, 0.1, 0.2);
  private static final int MOST_ORDERS = 5;
  private static final int MOST_OUTAGES = 4;
  private static final double POSSIBLE = 0.7;
  private static final Duration LATEST_OUTAGE = Duration.ofMinutes(100);
  private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(20);

  static Plan of(long seed) {
    Chance chance = new Chance(seed).of("plan");
    return new Plan(seed, stories(chance), faults(chance), chance.oneOf(RATES), outages(chance));
  }

  private static List<Story> stories(Chance chance) {
    List<Story> stories = new ArrayList<>();
    int orders = 1 + chance.below(MOST_ORDERS);
    for (int order = 1; order <= orders; order++) {
      String id = "order-" + order;
      stories.add(Story.drawn(id, chance.of(id)));
    }
    return stories;
  }

  private static Set<Fault> faults(Chance chance) {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    for (Fault fault : Fault.values()) {
      if (chance.happens(POSSIBLE)) {
        faults.add(fault);
      }
    }
    return faults;
  }

  private static List<Outage> outages(Chance chance) {
    List<Outage> outages = new ArrayList<>();
    for (int left = chance.below(MOST_OUTAGES + 1); left > 0; left--) {
      outages.add(
          new Outage(
              chance.oneOf(List.of(Service.values())),
              chance.between(Duration.ZERO, LATEST_OUTAGE),
              chance.between(Duration.ofSeconds(10), LONGEST_OUTAGE)));
    }
    return outages;
  }

  Plan withStories(List<Story> fewer) {
    return new Plan(seed, fewer, faults, rate, outages);
  }

  Plan withFaults(Set<Fault> fewer) {
    return new Plan(seed, stories, fewer, rate, outages);
  }

  Plan withOutages(List<Outage> fewer) {
    return new Plan(seed, stories, faults, rate, fewer);
  }

  /** A service is down, from that moment after the beginning. */
  record Outage(Service service, Duration begin, Duration length) {}
}
