package dev.rampline.emulator;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The fault rates of a channel, in percent. For the socket, {@code cut} is a number of disconnects;
 * for webhooks and the socket, {@code reorder} is the maximum number of positions by which an event
 * is delayed.
 *
 * @param drop lost events; requests without a response
 * @param delay late events or responses
 * @param duplicate repeated events; repeated rows of a page
 * @param reorder reordered events; pages that shift while they are read
 * @param cut lost success responses to webhooks; socket disconnects; truncated response bodies
 * @param reject rejected connection attempts after a disconnect; rejected requests
 */
public record FaultRates(int drop, int delay, int duplicate, int reorder, int cut, int reject) {
  /** No faults. */
  public static final FaultRates NONE = new FaultRates(0, 0, 0, 0, 0, 0);

  private static final List<String> KINDS =
      List.of("drop", "delay", "duplicate", "reorder", "cut", "reject");
  private static final int MAX_VALUE = 100;

  public FaultRates {
    if (IntStream.of(drop, delay, duplicate, reorder, cut, reject)
        .anyMatch(FaultRates::isOutOfRange)) {
      throw new IllegalArgumentException("A fault rate must be from 0 to " + MAX_VALUE);
    }
  }

  private static boolean isOutOfRange(int value) {
    return value < 0 || value > MAX_VALUE;
  }

  /** The same rates with another value for that kind. */
  public FaultRates with(String kind, int value) {
    int index = KINDS.indexOf(kind.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new IllegalArgumentException("Unknown fault " + kind + ": " + KINDS);
    }
    int[] all = {drop, delay, duplicate, reorder, cut, reject};
    all[index] = value;
    return new FaultRates(all[0], all[1], all[2], all[3], all[4], all[5]);
  }

  boolean isNone() {
    return equals(NONE);
  }
}
