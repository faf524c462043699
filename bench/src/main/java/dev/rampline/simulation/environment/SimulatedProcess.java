package dev.rampline.simulation.environment;

import dev.rampline.time.SchedulerFactory;
import dev.rampline.time.Sleeper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A process of Rampline: it has a clock of its own, and may die at any call. Once it is dead every
 * call that it still makes ends the same way, and nothing that it says is heard.
 */
public final class SimulatedProcess implements Sleeper {
  private static final Duration MIN_LATENCY = Duration.ofMillis(1);
  private static final Duration MAX_LATENCY = Duration.ofMillis(30);

  /** How long the clients wait for an answer before they give up a call. */
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

  /** Who it is. */
  public String name() {
    return name;
  }

  /** Whether it has died. */
  public boolean isDead() {
    return dead;
  }

  /** The time as it thinks it is. */
  public InstantSource clock() {
    return () -> environment.clock().instant().plus(skew);
  }

  /** Its own randomness. */
  public SimulationRandom random() {
    return random;
  }

  /** Who works beside each other in it. */
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
   * @param what the call is, for the trace
   * @param effect what the service does
   */
  public <T> T call(
      ExternalService service, String what, ServiceErrors refusals, Supplier<T> effect) {
    sleep(random.drawDuration(MIN_LATENCY, MAX_LATENCY));
    Optional<Fault> fault = environment.faults().forCall(service, environment.clock().instant());
    trace(what + fault.map(struck -> " [" + struck + "]").orElse(""));
    T answer = fault.isEmpty() ? effect.get() : applyFault(fault.get(), refusals, effect);
    sleep(random.drawDuration(MIN_LATENCY, MAX_LATENCY));
    return answer;
  }

  /** Notes what it does. */
  public void trace(String what) {
    environment.trace().add(name, what);
  }

  private <T> T applyFault(Fault fault, ServiceErrors refusals, Supplier<T> effect) {
    return switch (fault) {
      case CRASH_BEFORE -> throw crash();
      case CRASH_AFTER -> {
        attempt(effect);
        throw crash();
      }
      case TIMEOUT_AFTER -> {
        attempt(effect);
        sleep(CLIENT_TIMEOUT);
        throw refusals.timeout();
      }
      case REPEATED_CALL -> {
        attempt(effect);
        sleep(MAX_LATENCY);
        yield effect.get();
      }
      case THROTTLE -> throw refusals.throttling();
      default -> {
        sleep(CLIENT_TIMEOUT);
        throw refusals.timeout();
      }
    };
  }

  /** Whatever comes of it, nobody is told. */
  private static <T> void attempt(Supplier<T> effect) {
    try {
      var _ = effect.get();
    } catch (RuntimeException unheard) {
      return;
    }
  }

  private ProcessCrash crash() {
    dead = true;
    trace("dies");
    return new ProcessCrash();
  }

  private void requireAlive() {
    if (dead) {
      throw new ProcessCrash();
    }
  }

  /** How a service says no. */
  public interface ServiceErrors {
    /** It did not answer in time. */
    RuntimeException timeout();

    /** It has too much to do. */
    RuntimeException throttling();
  }
}
