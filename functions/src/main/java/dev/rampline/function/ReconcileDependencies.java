package dev.rampline.function;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.reconcile.Reconciliation;
import java.time.InstantSource;
import java.util.Objects;

/** What a function needs that asks the provider's API for what no other channel told. */
public record ReconcileDependencies(
    Reconciliation reconciliation, EventLog eventLog, InstantSource clock) {
  public ReconcileDependencies {
    Objects.requireNonNull(reconciliation, "reconciliation");
    Objects.requireNonNull(eventLog, "journal");
    Objects.requireNonNull(clock, "clock");
  }
}
