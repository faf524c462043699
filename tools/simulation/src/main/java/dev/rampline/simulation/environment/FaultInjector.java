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

/** Decides which faults occur and when; no fault starts after {@code stop}. */
public final class FaultInjector {
  private static final List<Fault> CALL_FAULTS =
      List.of(
          Fault.CRASH_BEFORE,
          Fault.CRASH_AFTER,
          Fault.TIMEOUT_BEFORE,
          Fault.TIMEOUT_AFTER,
          Fault.CLIENT_RETRY,
          Fault.THROTTLE);

  private final Set<Fault> enabled = EnumSet.noneOf(Fault.class);
  private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
  private final Map<ExternalService, Instant> lastFaultAt = new EnumMap<>(ExternalService.class);
  private final List<Outage> outages = new ArrayList<>();
  private final SimulationRandom random;
  private final double rate;
  private boolean isStopped;

  /**
   * @param possible the faults that may occur
   * @param rate the probability of a fault at each call
   */
  public FaultInjector(Set<Fault> possible, double rate, SimulationRandom chance) {
    this.enabled.addAll(possible);
    this.rate = rate;
    this.random = chance;
  }

  /** Stops all faults, except outages that have not ended. */
  public void stop() {
    isStopped = true;
  }

  /** Schedules an outage of a service. */
  public void addOutage(ExternalService service, Instant begin, Duration length) {
    outages.add(new Outage(service, begin, begin.plus(length)));
  }

  /** The fault of a call, if any. */
  public Optional<Fault> forCall(ExternalService service, Instant now) {
    Optional<Fault> fault = drawFault(service, now);
    fault.ifPresent(_ -> lastFaultAt.put(service, now));
    return fault;
  }

  /** The time of the last fault at that service; the minimum instant if there was none. */
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

  /** Whether a service has an outage. */
  public boolean checkOutage(ExternalService service, Instant now) {
    return countIfDrawn(Fault.OUTAGE, hasOutage(service, now));
  }

  /** Whether that fault occurs now. */
  public boolean inject(Fault fault, double probability) {
    return !isStopped && countIfDrawn(fault, random.drawBoolean(probability));
  }

  /** How often each fault occurred. */
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
