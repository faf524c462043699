package dev.rampline.devkit.stack;

import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.function.Composition;
import dev.rampline.function.ReconcileConfiguration;
import dev.rampline.function.reconcile.ReconcileHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Stands in for EventBridge: calls the function that asks the provider's API, again and again. */
public final class ReconcileSchedule implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private final ReconcileHandler function;
  private final Thread thread;

  private ReconcileSchedule(ReconcileHandler function) {
    this.function = function;
    this.thread = Thread.ofPlatform().daemon().name("reconcile").unstarted(this::run);
  }

  /**
   * Starts it; the first call comes after the first interval.
   *
   * @param variables where the provider is, by environment variables
   * @throws dev.rampline.adapter.settings.ConfigurationException if a setting makes no sense
   */
  public static ReconcileSchedule start(
      Stores stores, DevKeys keys, Map<String, String> variables, Journal journal) {
    Composition composition =
        new Composition(new LocalStoreClients(stores), journal, InstantSource.system());
    ReconcileConfiguration configuration =
        ReconcileConfiguration.of(LocalEnvironment.of(variables, stores, keys));
    ReconcileSchedule schedule =
        new ReconcileSchedule(new ReconcileHandler(composition.reconciling(configuration)));
    schedule.thread.start();
    return schedule;
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(INTERVAL);
        function.handleRequest(Map.of(), null);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
