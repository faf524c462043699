package dev.rampline.devkit.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Draws how the API misbehaves at a request. Thread-safe. */
public final class Mischief {
  /** It behaves. */
  public static final Mischief NONE = new Mischief(Faults.NONE, 0);

  private static final int LONGEST_DELAY_MILLIS = 800;
  private static final int LARGEST_SHIFT = 3;

  private final Faults faults;
  private final Dice dice;

  public Mischief(Faults faults, long seed) {
    this.faults = Objects.requireNonNull(faults, "faults");
    this.dice = new Dice(seed);
  }

  /** What is done to one request. */
  enum Deed {
    /** It is answered. */
    ANSWER,
    /** It is left without an answer. */
    LEAVE,
    /** The answer ends in its middle. */
    TRUNCATE,
    /** The answer is a page for people. */
    GARBLE,
    /** The answer has no end that anybody should wait for. */
    BLOAT,
    /** Too many requests: try again in a second. */
    THROTTLE,
    /** Something broke: 500. */
    BREAK,
    /** Under maintenance: 503. */
    CLOSE,
    /** The credentials are refused, good as they are. */
    DISTRUST
  }

  synchronized Deed deed() {
    if (dice.percent(faults.drop())) {
      return Deed.LEAVE;
    }
    if (dice.percent(faults.refuse())) {
      return dice.pick(List.of(Deed.THROTTLE, Deed.BREAK, Deed.CLOSE, Deed.DISTRUST));
    }
    if (dice.percent(faults.cut())) {
      return dice.pick(List.of(Deed.TRUNCATE, Deed.GARBLE, Deed.BLOAT));
    }
    return Deed.ANSWER;
  }

  synchronized Duration delay() {
    boolean late = dice.percent(faults.delay());
    return Duration.ofMillis(late ? dice.below(LONGEST_DELAY_MILLIS) : 0);
  }

  /** By how many rows a page begins too early or too late. */
  synchronized int shift() {
    return dice.percent(faults.reorder()) ? dice.below(2 * LARGEST_SHIFT + 1) - LARGEST_SHIFT : 0;
  }

  /** Whether a row stands on its page twice. */
  synchronized boolean repeats() {
    return dice.percent(faults.duplicate());
  }

  /** In what an answer is wrapped: in nothing, as long as the API behaves (provider.md A14). */
  synchronized Wrapper wrapper() {
    return faults.areNone() ? Wrapper.NONE : dice.pick(List.of(Wrapper.values()));
  }
}
