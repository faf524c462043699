package dev.rampline.adapter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Empties a queue. */
final class QueueDrainer {
  private static final int WAIT_SECONDS = 1;

  private QueueDrainer() {}

  /**
   * Until so many have come, or none does for a while; then any that are too many.
   *
   * @param next takes some, waiting for as many seconds if there are none
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
