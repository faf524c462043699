package dev.rampline.function;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.reconcile.Reconciliation;
import java.time.InstantSource;
import java.util.Objects;

/** What the reconcile function needs. */
public record ReconcileDependencies(
    Reconciliation reconciliation, EventLog eventLog, InstantSource clock) {
  public ReconcileDependencies {
    Objects.requireNonNull(reconciliation, "reconciliation");
    Objects.requireNonNull(eventLog, "eventLog");
    Objects.requireNonNull(clock, "clock");
  }
}
