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
 * @param stories what happens to orders at the provider
 * @param examinations what happens to customers
 * @param faults what may go wrong
 * @param rate how likely it is at a call
 * @param outages when a service is down
 * @param reconciles whether the provider's API is asked; else webhooks alone have to do
 * @param listens whether there is a subscriber; else what it repairs is left to the others
 */
record Plan(
    long seed,
    List<Story> stories,
    List<Examination> examinations,
    Set<Fault> faults,
    double rate,
    List<Outage> outages,
    boolean reconciles,
    boolean listens) {
  private static final List<Double> RATES = List.of(0.0, 0.02, 0.05, 0.1, 0.2);
  private static final int MOST_OUTAGES = 4;
  private static final double POSSIBLE = 0.7;
  private static final double RECONCILES = 0.5;
  private static final double BEYOND_THE_STREAM = 0.05;
  private static final Set<Fault> OF_THE_SOCKET =
      EnumSet.of(Fault.CUT, Fault.UNTRUE_CLAIM, Fault.ODD_PACKET);
  private static final double LISTENS = 0.75;

  /** What the list alone tells the subscriber finds too, when it reads the list. */
  private static final double LISTENS_BESIDE_THE_LIST = 0.25;

  private static final double WITH_THE_QUEUE = 0.4;

  /** Some more often than others: what waits elsewhere meanwhile is what is easily lost. */
  private static final List<Service> DOWN =
      List.of(
          Service.TABLE,
          Service.TABLE,
          Service.TABLE,
          Service.QUEUE,
          Service.QUEUE,
          Service.SECRET,
          Service.PROVIDER,
          Service.ENTRANCE);

  private static final Duration LATEST_OUTAGE = Duration.ofMinutes(70);
  private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(20);

  static Plan of(long seed) {
    Chance chance = new Chance(seed).of("plan");
    List<Story> stories = Stories.drawn(chance.of("stories"));
    boolean listNeeded = stories.stream().anyMatch(story -> !story.told());
    Chance ofSocket = chance.of("socket");
    return new Plan(
        seed,
        stories,
        Examination.drawn(chance.of("examinations")),
        faults(chance, ofSocket),
        chance.oneOf(RATES),
        outages(chance),
        listNeeded || chance.happens(RECONCILES),
        ofSocket.happens(listNeeded ? LISTENS_BESIDE_THE_LIST : LISTENS));
  }

  private static Set<Fault> faults(Chance chance, Chance ofSocket) {
    Set<Fault> faults = EnumSet.noneOf(Fault.class);
    for (Fault fault : Fault.values()) {
      Chance drawn = OF_THE_SOCKET.contains(fault) ? ofSocket : chance;
      if (drawn.happens(POSSIBLE)) {
        faults.add(fault);
      }
    }
    return faults;
  }

  private static List<Outage> outages(Chance chance) {
    List<Outage> outages = new ArrayList<>();
    for (int left = chance.below(MOST_OUTAGES + 1); left > 0; left--) {
      Outage outage =
          new Outage(
              chance.oneOf(DOWN),
              chance.between(Duration.ZERO, LATEST_OUTAGE),
              chance.between(Duration.ofSeconds(10), LONGEST_OUTAGE));
      outages.add(outage);
      if (outage.service() == Service.TABLE && chance.happens(WITH_THE_QUEUE)) {
        outages.add(new Outage(Service.QUEUE, outage.begin(), outage.length()));
      }
    }
    if (chance.happens(BEYOND_THE_STREAM)) {
      outages.add(
          new Outage(
              Service.QUEUE,
              chance.between(Duration.ZERO, LATEST_OUTAGE),
              chance.between(Duration.ofHours(25), Duration.ofHours(27))));
    }
    return outages;
  }

  Plan withStories(List<Story> fewer) {
    return new Plan(seed, fewer, examinations, faults, rate, outages, reconciles, listens);
  }

  Plan withExaminations(List<Examination> fewer) {
    return new Plan(seed, stories, fewer, faults, rate, outages, reconciles, listens);
  }

  Plan withFaults(Set<Fault> fewer) {
    return new Plan(seed, stories, examinations, fewer, rate, outages, reconciles, listens);
  }

  Plan withOutages(List<Outage> fewer) {
    return new Plan(seed, stories, examinations, faults, rate, fewer, reconciles, listens);
  }

  /** A service is down, from that moment after the beginning. */
  record Outage(Service service, Duration begin, Duration length) {}
}
