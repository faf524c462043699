package dev.rampline.devkit.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Posts lanes, a few of them side by side. Begun and finished by one thread. */
final class Lanes implements AutoCloseable {
  private static final int AT_ONCE = 8;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore room = new Semaphore(AT_ONCE);
  private final List<Future<List<Receipt>>> begun = new ArrayList<>();
  private final Courier courier;
  private final Consumer<Receipt> progress;

  Lanes(Courier courier, Consumer<Receipt> progress) {
    this.courier = courier;
    this.progress = progress;
  }

  /** Begins it as soon as there is room. */
  void begin(Lane lane) throws InterruptedException {
    room.acquire();
    begun.add(threads.submit(() -> post(lane)));
  }

  /** What became of every posting, once all were answered or given up. */
  List<Receipt> finish() {
    return begun.stream().flatMap(lane -> finished(lane).stream()).toList();
  }

  private List<Receipt> post(Lane lane) throws InterruptedException {
    List<Receipt> receipts = new ArrayList<>();
    try {
      for (List<Posting> step : lane.steps()) {
        threads.invokeAll(tasks(step)).stream().map(Lanes::finished).forEach(receipts::add);
      }
    } finally {
      room.release();
    }
    receipts.forEach(progress);
    return receipts;
  }

  private List<Callable<Receipt>> tasks(List<Posting> step) {
    return step.stream().<Callable<Receipt>>map(posting -> () -> courier.deliver(posting)).toList();
  }

  private static <T> T finished(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException fault) {
      throw new IllegalStateException("A posting could not be made", fault.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
