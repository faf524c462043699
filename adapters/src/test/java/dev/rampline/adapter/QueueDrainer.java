package dev.rampline.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Receives all messages of a queue. */
final class QueueDrainer {
  private static final int WAIT_SECONDS = 1;

  private QueueDrainer() {}

  /**
   * Receives until there are the expected number and no more arrive, or none arrives for a second.
   *
   * @param next receives some messages, and waits for a number of seconds if there are none
   */
  static <M> List<M> receiveAll(int expected, IntFunction<List<M>> next) {
    List<M> messages = new ArrayList<>();
    List<M> some;
    do {
      some = next.apply(messages.size() < expected ? WAIT_SECONDS : 0);
      messages.addAll(some);
    } while (!some.isEmpty());
    return messages;
  }
}
