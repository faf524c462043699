package dev.rampline.function;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.ingest.DeadLetters;
import dev.rampline.ingest.Publisher;
import dev.rampline.message.MessageComposer;
import java.time.InstantSource;
import java.util.Objects;

/** What the relay function needs. */
public record RelayDependencies(
    MessageComposer composer,
    Publisher publisher,
    DeadLetters deadLetters,
    EventLog eventLog,
    InstantSource clock) {
  public RelayDependencies {
    Objects.requireNonNull(composer, "composer");
    Objects.requireNonNull(publisher, "publisher");
    Objects.requireNonNull(deadLetters, "deadLetters");
    Objects.requireNonNull(eventLog, "eventLog");
    Objects.requireNonNull(clock, "clock");
  }
}
