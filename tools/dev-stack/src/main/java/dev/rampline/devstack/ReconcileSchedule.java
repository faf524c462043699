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

/** Replaces EventBridge: invokes the reconcile function periodically. */
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
   * Starts the schedule; the first run is after the first interval.
   *
   * @param variables the environment variables with the provider's URL
   * @throws dev.rampline.adapter.configuration.ConfigurationException if a setting is invalid
   */
  public static ReconcileSchedule start(
      LocalStores stores, DevKeys keys, Map<String, String> variables, EventLog eventLog) {
    FunctionsModule composition =
        new FunctionsModule(new LocalStoreClients(stores), eventLog, InstantSource.system());
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

  /** Requests an extra run, which starts after a current one ends. */
  public void runNow() {
    clock.execute(run);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
