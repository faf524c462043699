package dev.rampline.bench.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides what goes wrong and when; in the end, nothing does any more. */
public final class Faults {
  private static final List<Fault> OF_CALLS =
      List.of(
          Fault.CRASH_BEFORE,
          Fault.CRASH_AFTER,
          Fault.TIMEOUT_BEFORE,
          Fault.TIMEOUT_AFTER,
          Fault.REPEATED_CALL,
          Fault.THROTTLE);

  private final Set<Fault> possible = EnumSet.noneOf(Fault.class);
  private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
  private final Map<Service, Instant> last = new EnumMap<>(Service.class);
  private final List<Outage> outages = new ArrayList<>();
  private final Chance chance;
  private final double rate;
  private boolean over;

  /**
   * @param possible what may go wrong at all
   * @param rate how likely it is at a call
   */
  public Faults(Set<Fault> possible, double rate, Chance chance) {
    this.possible.addAll(possible);
    this.rate = rate;
    this.chance = chance;
  }

  /** From now on nothing goes wrong, but for the outages that are not over yet. */
  public void end() {
    over = true;
  }

  /** Makes a service fail for a while. */
  public void addOutage(Service service, Instant begin, Duration length) {
    outages.add(new Outage(service, begin, begin.plus(length)));
  }

  /** What goes wrong with a call, if anything does. */
  public Optional<Fault> ofCall(Service service, Instant now) {
    Optional<Fault> fault = struck(service, now);
    fault.ifPresent(_ -> last.put(service, now));
    return fault;
  }

  /** When a call to that service went wrong last; the beginning of time: none did. */
  public Instant last(Service service) {
    return last.getOrDefault(service, Instant.MIN);
  }

  private Optional<Fault> struck(Service service, Instant now) {
    if (isDown(service, now)) {
      return Optional.of(Fault.OUTAGE);
    }
    if (over) {
      return Optional.empty();
    }
    boolean drawn = chance.happens(rate);
    Fault fault = chance.oneOf(OF_CALLS);
    return happened(fault, drawn) ? Optional.of(fault) : Optional.empty();
  }

  /** Whether a service is down. */
  public boolean isDown(Service service, Instant now) {
    return happened(Fault.OUTAGE, isOut(service, now));
  }

  /** Whether it goes wrong this time. */
  public boolean strikes(Fault fault, double probability) {
    return !over && happened(fault, chance.happens(probability));
  }

  /** How often each went wrong. */
  public Map<Fault, Integer> counts() {
    return Map.copyOf(counts);
  }

  private boolean isOut(Service service, Instant now) {
    return outages.stream().anyMatch(outage -> outage.holds(service, now));
  }

  private boolean happened(Fault fault, boolean drawn) {
    boolean happens = drawn && possible.contains(fault);
    if (happens) {
      counts.merge(fault, 1, Integer::sum);
    }
    return happens;
  }

  private record Outage(Service service, Instant begin, Instant end) {
    boolean holds(Service other, Instant now) {
      return service == other && !now.isBefore(begin) && now.isBefore(end);
    }
  }
}
