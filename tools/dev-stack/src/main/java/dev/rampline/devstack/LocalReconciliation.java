package dev.rampline.devstack;

import dev.rampline.function.FunctionsModule;
import dev.rampline.function.ReconcileConfiguration;
import dev.rampline.reconcile.ReconciliationReport;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Runs reconciliation once against local stores. */
public final class LocalReconciliation {
  private LocalReconciliation() {}

  /**
   * Runs it.
   *
   * @param variables the environment variables
   * @param clock determines what is due
   * @throws dev.rampline.adapter.configuration.ConfigurationException if a setting is invalid
   */
  public static ReconciliationReport run(
      LocalStores stores,
      DevKeys keys,
      Map<String, String> variables,
      Duration budget,
      InstantSource clock) {
    Map<String, String> environment = LocalEnvironment.of(variables, stores, keys);
    return new FunctionsModule(new LocalStoreClients(stores), line -> {}, clock)
        .reconciliation(ReconcileConfiguration.of(environment))
        .reconciliation()
        .run(Deadline.after(budget, clock));
  }
}
