package dev.rampline.benchmark.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Runs several senders at once, each on a thread of its own. */
final class Senders {
  private Senders() {}

  static String text(int senders) {
    return senders == 1 ? "1 sender" : senders + " senders";
  }

  /**
   * Runs them and waits for all.
   *
   * @throws IllegalStateException if one fails
   */
  static void run(int senders, IntConsumer sender) throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(senders)) {
      List<Future<?>> running = new ArrayList<>();
      for (int number = 0; number < senders; number++) {
        int own = number;
        running.add(threads.submit(() -> sender.accept(own)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    }
  }
}
