package dev.rampline.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Draws how the API misbehaves at a request. Thread-safe. */
public final class ApiFaultInjector {
  /** It behaves. */
  public static final ApiFaultInjector NONE = new ApiFaultInjector(FaultRates.NONE, 0);

  private static final int MAX_DELAY_MILLIS = 800;
  private static final int MAX_SHIFT = 3;

  private final FaultRates faults;
  private final EmulatorRandom dice;

  public ApiFaultInjector(FaultRates faults, long seed) {
    this.faults = Objects.requireNonNull(faults, "faults");
    this.dice = new EmulatorRandom(seed);
  }

  /** What is done to one request. */
  enum ApiFault {
    /** It is answered. */
    NONE,
    /** It is left without an answer. */
    CLOSE_CONNECTION,
    /** The answer ends in its middle. */
    TRUNCATE,
    /** The answer is a page for people. */
    HTML_BODY,
    /** The answer has no end that anybody should wait for. */
    OVERSIZED_BODY,
    /** Too many requests: try again in a second. */
    THROTTLE,
    /** Something broke: 500. */
    INTERNAL_ERROR,
    /** Under maintenance: 503. */
    UNAVAILABLE,
    /** The credentials are refused, good as they are. */
    UNAUTHORIZED
  }

  synchronized ApiFault nextFault() {
    if (dice.percent(faults.drop())) {
      return ApiFault.CLOSE_CONNECTION;
    }
    if (dice.percent(faults.refuse())) {
      return dice.pick(
          List.of(
              ApiFault.THROTTLE,
              ApiFault.INTERNAL_ERROR,
              ApiFault.UNAVAILABLE,
              ApiFault.UNAUTHORIZED));
    }
    if (dice.percent(faults.cut())) {
      return dice.pick(List.of(ApiFault.TRUNCATE, ApiFault.HTML_BODY, ApiFault.OVERSIZED_BODY));
    }
    return ApiFault.NONE;
  }

  synchronized Duration nextDelay() {
    boolean late = dice.percent(faults.delay());
    return Duration.ofMillis(late ? dice.nextInt(MAX_DELAY_MILLIS) : 0);
  }

  /** By how many rows a page begins too early or too late. */
  synchronized int nextPageShift() {
    return dice.percent(faults.reorder()) ? dice.nextInt(2 * MAX_SHIFT + 1) - MAX_SHIFT : 0;
  }

  /** Whether a row stands on its page twice. */
  synchronized boolean drawRowRepeat() {
    return dice.percent(faults.duplicate());
  }

  /** In what an answer is wrapped: in nothing, as long as the API behaves (provider.md A14). */
  synchronized ResponseWrapper nextWrapper() {
    return faults.isNone() ? ResponseWrapper.NONE : dice.pick(List.of(ResponseWrapper.values()));
  }
}
