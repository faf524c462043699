package dev.rampline.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Draws the fault of each API request. Thread-safe. */
public final class ApiFaultInjector {
  /** Injects no fault. */
  public static final ApiFaultInjector NONE = new ApiFaultInjector(FaultRates.NONE, 0);

  private static final int MAX_DELAY_MILLIS = 800;
  private static final int MAX_SHIFT = 3;

  private final FaultRates faults;
  private final EmulatorRandom random;

  public ApiFaultInjector(FaultRates faults, long seed) {
    this.faults = Objects.requireNonNull(faults, "faults");
    this.random = new EmulatorRandom(seed);
  }

  /** The fault of one request. */
  enum ApiFault {
    /** No fault. */
    NONE,
    /** There is no response. */
    CLOSE_CONNECTION,
    /** The response is truncated. */
    TRUNCATE,
    /** The response is an HTML page. */
    HTML_BODY,
    /** The response is too large to read. */
    OVERSIZED_BODY,
    /** 429: too many requests, retry in a second. */
    THROTTLE,
    /** 500: internal error. */
    INTERNAL_ERROR,
    /** 503: maintenance. */
    UNAVAILABLE,
    /** Valid credentials are rejected. */
    UNAUTHORIZED
  }

  synchronized ApiFault nextFault() {
    if (random.percent(faults.drop())) {
      return ApiFault.CLOSE_CONNECTION;
    }
    if (random.percent(faults.reject())) {
      return random.pick(
          List.of(
              ApiFault.THROTTLE,
              ApiFault.INTERNAL_ERROR,
              ApiFault.UNAVAILABLE,
              ApiFault.UNAUTHORIZED));
    }
    if (random.percent(faults.cut())) {
      return random.pick(List.of(ApiFault.TRUNCATE, ApiFault.HTML_BODY, ApiFault.OVERSIZED_BODY));
    }
    return ApiFault.NONE;
  }

  synchronized Duration nextDelay() {
    boolean late = random.percent(faults.delay());
    return Duration.ofMillis(late ? random.nextInt(MAX_DELAY_MILLIS) : 0);
  }

  /** The number of rows by which a page is shifted. */
  synchronized int nextPageShift() {
    return random.percent(faults.reorder()) ? random.nextInt(2 * MAX_SHIFT + 1) - MAX_SHIFT : 0;
  }

  /** Whether a row occurs twice on its page. */
  synchronized boolean drawRowRepeat() {
    return random.percent(faults.duplicate());
  }

  /**
   * The wrapper of a response; none if the API has no faults ({@code docs/provider-api.md#a14}).
   */
  synchronized ResponseWrapper nextWrapper() {
    return faults.isNone() ? ResponseWrapper.NONE : random.pick(List.of(ResponseWrapper.values()));
  }
}
