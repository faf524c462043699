package dev.rampline.function;

import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.reconcile.Reconciliation;
import java.time.InstantSource;
import java.util.Objects;

/** What a function needs that asks the provider's API for what no other channel told. */
public record Reconciling(Reconciliation reconciliation, Journal journal, InstantSource clock) {
  public Reconciling {
    Objects.requireNonNull(reconciliation, "reconciliation");
    Objects.requireNonNull(journal, "journal");
    Objects.requireNonNull(clock, "clock");
  }
}
