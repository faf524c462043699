package dev.rampline.devstack;

import dev.rampline.function.FunctionsModule;
import dev.rampline.function.ReconcileConfiguration;
import dev.rampline.reconcile.ReconciliationReport;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** One run of the reconciliation against stores on this machine. */
public final class LocalReconciliation {
  private LocalReconciliation() {}

  /**
   * Runs it.
   *
   * @param variables the settings that concern it, by their environment variables
   * @param clock tells what is due
   * @throws dev.rampline.adapter.configuration.ConfigurationException if a setting makes no sense
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
