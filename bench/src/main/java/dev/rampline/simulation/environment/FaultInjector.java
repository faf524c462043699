package dev.rampline.simulation.environment;

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
public final class FaultInjector {
  private static final List<Fault> CALL_FAULTS =
      List.of(
          Fault.CRASH_BEFORE,
          Fault.CRASH_AFTER,
          Fault.TIMEOUT_BEFORE,
          Fault.TIMEOUT_AFTER,
          Fault.REPEATED_CALL,
          Fault.THROTTLE);

  private final Set<Fault> enabled = EnumSet.noneOf(Fault.class);
  private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
  private final Map<ExternalService, Instant> lastFaultAt = new EnumMap<>(ExternalService.class);
  private final List<Outage> outages = new ArrayList<>();
  private final SimulationRandom random;
  private final double rate;
  private boolean isStopped;

  /**
   * @param possible what may go wrong at all
   * @param rate how likely it is at a call
   */
  public FaultInjector(Set<Fault> possible, double rate, SimulationRandom chance) {
    this.enabled.addAll(possible);
    this.rate = rate;
    this.random = chance;
  }

  /** From now on nothing goes wrong, but for the outages that are not over yet. */
  public void stop() {
    isStopped = true;
  }

  /** Makes a service fail for a while. */
  public void addOutage(ExternalService service, Instant begin, Duration length) {
    outages.add(new Outage(service, begin, begin.plus(length)));
  }

  /** What goes wrong with a call, if anything does. */
  public Optional<Fault> forCall(ExternalService service, Instant now) {
    Optional<Fault> fault = drawFault(service, now);
    fault.ifPresent(_ -> lastFaultAt.put(service, now));
    return fault;
  }

  /** When a call to that service went wrong last; the beginning of time: none did. */
  public Instant lastFaultAt(ExternalService service) {
    return lastFaultAt.getOrDefault(service, Instant.MIN);
  }

  private Optional<Fault> drawFault(ExternalService service, Instant now) {
    if (checkOutage(service, now)) {
      return Optional.of(Fault.OUTAGE);
    }
    if (isStopped) {
      return Optional.empty();
    }
    boolean drawn = random.drawBoolean(rate);
    Fault fault = random.pick(CALL_FAULTS);
    return countIfDrawn(fault, drawn) ? Optional.of(fault) : Optional.empty();
  }

  /** Whether a service is down. */
  public boolean checkOutage(ExternalService service, Instant now) {
    return countIfDrawn(Fault.OUTAGE, hasOutage(service, now));
  }

  /** Whether it goes wrong this time. */
  public boolean inject(Fault fault, double probability) {
    return !isStopped && countIfDrawn(fault, random.drawBoolean(probability));
  }

  /** How often each went wrong. */
  public Map<Fault, Integer> counts() {
    return Map.copyOf(counts);
  }

  private boolean hasOutage(ExternalService service, Instant now) {
    return outages.stream().anyMatch(outage -> outage.isActive(service, now));
  }

  private boolean countIfDrawn(Fault fault, boolean drawn) {
    boolean happens = drawn && enabled.contains(fault);
    if (happens) {
      counts.merge(fault, 1, Integer::sum);
    }
    return happens;
  }

  private record Outage(ExternalService service, Instant begin, Instant end) {
    boolean isActive(ExternalService other, Instant now) {
      return service == other && !now.isBefore(begin) && now.isBefore(end);
    }
  }
}
