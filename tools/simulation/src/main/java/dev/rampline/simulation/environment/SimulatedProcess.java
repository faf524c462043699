package dev.rampline.simulation.environment;

import dev.rampline.time.SchedulerFactory;
import dev.rampline.time.Sleeper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A process of Rampline with its own clock, which may crash at any call. After a crash every call
 * fails in the same way, and its output is discarded.
 */
public final class SimulatedProcess implements Sleeper {
  private static final Duration MIN_LATENCY = Duration.ofMillis(1);
  private static final Duration MAX_LATENCY = Duration.ofMillis(30);

  /** The time after which a client gives up a call. */
  private static final Duration CLIENT_TIMEOUT = Duration.ofMillis(1500);

  private static final Duration MAX_SKEW = Duration.ofMinutes(10);

  private final String name;
  private final SimulationEnvironment environment;
  private final SimulationRandom random;
  private final Duration skew;
  private boolean dead;

  public SimulatedProcess(String name, SimulationEnvironment world) {
    this.name = name;
    this.environment = world;
    this.random = world.random().fork(name);
    this.skew =
        world.faults().inject(Fault.CLOCK_SKEW, 0.3)
            ? random.drawDuration(MAX_SKEW.negated(), MAX_SKEW)
            : Duration.ZERO;
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** Whether it has crashed. */
  public boolean isDead() {
    return dead;
  }

  /** The time on its own clock. */
  public InstantSource clock() {
    return () -> environment.clock().instant().plus(skew);
  }

  /** Its own random generator. */
  public SimulationRandom random() {
    return random;
  }

  /** The scheduler of its workers. */
  public SchedulerFactory schedulerFactory() {
    return (_, _) -> new SimulatedScheduler(this, environment.clock());
  }

  @Override
  public void sleep(Duration duration) {
    requireAlive();
    environment.clock().advance(duration);
    requireAlive();
  }

  /**
   * Calls a service.
   *
   * @param what the description of the call, for the trace
   * @param effect the service's action
   */
  public <T> T call(
      ExternalService service, String what, ServiceErrors serviceErrors, Supplier<T> effect) {
    sleep(random.drawDuration(MIN_LATENCY, MAX_LATENCY));
    Optional<Fault> fault = environment.faults().forCall(service, environment.clock().instant());
    trace(what + fault.map(struck -> " [" + struck + "]").orElse(""));
    T answer = fault.isEmpty() ? effect.get() : applyFault(fault.get(), serviceErrors, effect);
    sleep(random.drawDuration(MIN_LATENCY, MAX_LATENCY));
    return answer;
  }

  /** Adds a step to the trace. */
  public void trace(String what) {
    environment.trace().add(name, what);
  }

  private <T> T applyFault(Fault fault, ServiceErrors serviceErrors, Supplier<T> effect) {
    return switch (fault) {
      case CRASH_BEFORE -> throw crash();
      case CRASH_AFTER -> {
        attempt(effect);
        throw crash();
      }
      case TIMEOUT_AFTER -> {
        attempt(effect);
        sleep(CLIENT_TIMEOUT);
        throw serviceErrors.timeout();
      }
      case CLIENT_RETRY -> {
        attempt(effect);
        sleep(MAX_LATENCY);
        yield effect.get();
      }
      case THROTTLE -> throw serviceErrors.throttling();
      default -> {
        sleep(CLIENT_TIMEOUT);
        throw serviceErrors.timeout();
      }
    };
  }

  /** Runs the effect and discards the result. */
  private static <T> void attempt(Supplier<T> effect) {
    try {
      var _ = effect.get();
    } catch (RuntimeException lostPercent) {
      return;
    }
  }

  private ProcessCrash crash() {
    dead = true;
    trace("crashes");
    return new ProcessCrash();
  }

  private void requireAlive() {
    if (dead) {
      throw new ProcessCrash();
    }
  }

  /** The errors of a service. */
  public interface ServiceErrors {
    /** The call timed out. */
    RuntimeException timeout();

    /** The call was throttled. */
    RuntimeException throttling();
  }
}
