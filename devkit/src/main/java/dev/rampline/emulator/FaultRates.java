package dev.rampline.emulator;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How a channel misbehaves: per cent each, but for {@code cut} of the socket, which is a number,
 * and {@code reorder} of what is posted or spoken, which is how many places a word may be thrown
 * back.
 *
 * @param drop what is lost for good: a word; a request that is left without an answer
 * @param delay what comes late
 * @param duplicate what comes twice: a word; a row of a page
 * @param reorder what overtakes something else; pages that shift while they are read
 * @param cut what ends too early: a good answer to a webhook; the socket's connections; the body of
 *     an answer
 * @param refuse what is turned away: attempts to connect after a cut; requests
 */
public record FaultRates(int drop, int delay, int duplicate, int reorder, int cut, int refuse) {
  /** None. */
  public static final FaultRates NONE = new FaultRates(0, 0, 0, 0, 0, 0);

  private static final List<String> KINDS =
      List.of("drop", "delay", "duplicate", "reorder", "cut", "refuse");
  private static final int MAX_VALUE = 100;

  public FaultRates {
    if (IntStream.of(drop, delay, duplicate, reorder, cut, refuse)
        .anyMatch(FaultRates::isOutOfRange)) {
      throw new IllegalArgumentException("A fault is not from 0 to " + MAX_VALUE);
    }
  }

  private static boolean isOutOfRange(int value) {
    return value < 0 || value > MAX_VALUE;
  }

  /** The same with another value for the kind of that name. */
  public FaultRates with(String kind, int value) {
    int index = KINDS.indexOf(kind.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new IllegalArgumentException("There is no fault " + kind + ": " + KINDS);
    }
    int[] all = {drop, delay, duplicate, reorder, cut, refuse};
    all[index] = value;
    return new FaultRates(all[0], all[1], all[2], all[3], all[4], all[5]);
  }

  boolean isNone() {
    return equals(NONE);
  }
}
