package dev.rampline.function;

import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.ingest.DeadLetters;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.RetryDelayer;
import java.time.InstantSource;
import java.util.Objects;

/** What a function needs that takes in what the ledger could not take before. */
public record Spilling(
    Ingest ingest,
    DeadLetters deadLetters,
    RetryDelayer deferral,
    Journal journal,
    InstantSource clock) {
  public Spilling {
    Objects.requireNonNull(ingest, "ingest");
    Objects.requireNonNull(deadLetters, "deadLetters");
    Objects.requireNonNull(deferral, "deferral");
    Objects.requireNonNull(journal, "journal");
    Objects.requireNonNull(clock, "clock");
  }
}
