package dev.rampline.emulator;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Sends batches of webhooks concurrently. Started and finished by one thread. */
final class ConcurrentBatchSender implements AutoCloseable {
  private static final int MAX_CONCURRENT = 8;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore permits = new Semaphore(MAX_CONCURRENT);
  private final List<Future<List<WebhookDeliveryResult>>> submitted = new ArrayList<>();
  private final WebhookSender sender;
  private final Consumer<WebhookDeliveryResult> progress;

  ConcurrentBatchSender(WebhookSender sender, Consumer<WebhookDeliveryResult> progress) {
    this.sender = sender;
    this.progress = progress;
  }

  /** Starts a batch as soon as there is capacity. */
  void submit(OrderedBatch batch) throws InterruptedException {
    permits.acquire();
    submitted.add(threads.submit(() -> post(batch)));
  }

  /** The results of all webhooks, after each was accepted or given up. */
  List<WebhookDeliveryResult> awaitAll() {
    return submitted.stream().flatMap(batch -> join(batch).stream()).toList();
  }

  private List<WebhookDeliveryResult> post(OrderedBatch batch) throws InterruptedException {
    List<WebhookDeliveryResult> receipts = new ArrayList<>();
    try {
      for (List<PlannedWebhook> step : batch.steps()) {
        threads.invokeAll(tasks(step)).stream()
            .map(ConcurrentBatchSender::join)
            .forEach(receipts::add);
      }
    } finally {
      permits.release();
    }
    receipts.forEach(progress);
    return receipts;
  }

  private List<Callable<WebhookDeliveryResult>> tasks(List<PlannedWebhook> step) {
    return step.stream()
        .<Callable<WebhookDeliveryResult>>map(posting -> () -> sender.deliver(posting))
        .toList();
  }

  private static <T> T join(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException fault) {
      throw new IllegalStateException("A webhook could not be sent", fault.getCause());
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
