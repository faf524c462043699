package dev.rampline.bench.world;

import dev.rampline.time.Pause;
import dev.rampline.time.Workforce;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A process of Rampline: it has a clock of its own, and may die at any call. Once it is dead every
 * call that it still makes ends the same way, and nothing that it says is heard.
 */
public final class Instance implements Pause {
  private static final Duration LEAST_LATENCY = Duration.ofMillis(1);
  private static final Duration MOST_LATENCY = Duration.ofMillis(30);

  /** How long the clients wait for an answer before they give up a call. */
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private static final Duration MOST_SKEW = Duration.ofMinutes(10);

  private final String name;
  private final World world;
  private final Chance chance;
  private final Duration skew;
  private boolean dead;

  public Instance(String name, World world) {
    this.name = name;
    this.world = world;
    this.chance = world.chance().of(name);
    this.skew =
        world.faults().strikes(Fault.CLOCK_SKEW, 0.3)
            ? chance.between(MOST_SKEW.negated(), MOST_SKEW)
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
    return () -> world.timeline().instant().plus(skew);
  }

  /** Its own randomness. */
  public Chance chance() {
    return chance;
  }

  /** Who works beside each other in it. */
  public Workforce workforce() {
    return (_, _) -> new TimedWorkers(this, world.timeline());
  }

  @Override
  public void pause(Duration duration) {
    requireLife();
    world.timeline().pass(duration);
    requireLife();
  }

  /**
   * Calls a service.
   *
   * @param what the call is, for the trace
   * @param effect what the service does
   */
  public <T> T call(Service service, String what, Refusals refusals, Supplier<T> effect) {
    pause(chance.between(LEAST_LATENCY, MOST_LATENCY));
    Optional<Fault> fault = world.faults().ofCall(service, world.timeline().instant());
    note(what + fault.map(struck -> " [" + struck + "]").orElse(""));
    T answer = fault.isEmpty() ? effect.get() : struck(fault.get(), refusals, effect);
    pause(chance.between(LEAST_LATENCY, MOST_LATENCY));
    return answer;
  }

  /** Notes what it does. */
  public void note(String what) {
    world.trace().note(name, what);
  }

  private <T> T struck(Fault fault, Refusals refusals, Supplier<T> effect) {
    return switch (fault) {
      case CRASH_BEFORE -> throw die();
      case CRASH_AFTER -> {
        attempt(effect);
        throw die();
      }
      case TIMEOUT_AFTER -> {
        attempt(effect);
        pause(PATIENCE);
        throw refusals.silence();
      }
      case REPEATED_CALL -> {
        attempt(effect);
        pause(MOST_LATENCY);
        yield effect.get();
      }
      case THROTTLE -> throw refusals.throttling();
      default -> {
        pause(PATIENCE);
        throw refusals.silence();
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

  private Crash die() {
    dead = true;
    note("dies");
    return new Crash();
  }

  private void requireLife() {
    if (dead) {
      throw new Crash();
    }
  }

  /** How a service says no. */
  public interface Refusals {
    /** It did not answer in time. */
    RuntimeException silence();

    /** It has too much to do. */
    RuntimeException throttling();
  }
}
