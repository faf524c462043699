package dev.rampline.devstack;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.function.FunctionsModule;
import dev.rampline.function.ReconcileConfiguration;
import dev.rampline.function.reconcile.ReconcileHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stands in for EventBridge: calls the function that asks the provider's API, again and again. */
public final class ReconcileSchedule implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("reconcile").factory());

  private final Runnable run;

  private ReconcileSchedule(Runnable run) {
    this.run = run;
  }

  /**
   * Starts it; the first call comes after the first interval.
   *
   * @param variables where the provider is, by environment variables
   * @throws dev.rampline.adapter.configuration.ConfigurationException if a setting makes no sense
   */
  public static ReconcileSchedule start(
      LocalStores stores, DevKeys keys, Map<String, String> variables, EventLog journal) {
    FunctionsModule composition =
        new FunctionsModule(new LocalStoreClients(stores), journal, InstantSource.system());
    ReconcileConfiguration configuration =
        ReconcileConfiguration.of(LocalEnvironment.of(variables, stores, keys));
    ReconcileHandler function = new ReconcileHandler(composition.reconciliation(configuration));
    ReconcileSchedule schedule =
        new ReconcileSchedule(() -> function.handleRequest(Map.of(), null));
    var _ =
        schedule.clock.scheduleWithFixedDelay(
            schedule.run, INTERVAL.toSeconds(), INTERVAL.toSeconds(), TimeUnit.SECONDS);
    return schedule;
  }

  /** Calls it besides, as soon as a call under way has ended. */
  public void runNow() {
    clock.execute(run);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
