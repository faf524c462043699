package dev.rampline.function;

import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.ingest.DeadLetters;
import dev.rampline.ingest.Publisher;
import dev.rampline.message.MessageComposer;
import java.time.InstantSource;
import java.util.Objects;

/** What a function needs that sends from the ledger's stream. */
public record Relaying(
    MessageComposer composer,
    Publisher publisher,
    DeadLetters deadLetters,
    Journal journal,
    InstantSource clock) {
  public Relaying {
    Objects.requireNonNull(composer, "composer");
    Objects.requireNonNull(publisher, "publisher");
    Objects.requireNonNull(deadLetters, "deadLetters");
    Objects.requireNonNull(journal, "journal");
    Objects.requireNonNull(clock, "clock");
  }
}
