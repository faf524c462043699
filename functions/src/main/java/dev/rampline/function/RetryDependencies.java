package dev.rampline.function;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.ingest.DeadLetters;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.RetryDelayer;
import dev.rampline.quarantine.Quarantine;
import java.time.InstantSource;
import java.util.Objects;

/** What the retry function needs. */
public record RetryDependencies(
    Ingest ingest,
    WebhookDecoder decoder,
    Quarantine quarantine,
    DeadLetters deadLetters,
    RetryDelayer retryDelayer,
    EventLog eventLog,
    InstantSource clock) {
  public RetryDependencies {
    Objects.requireNonNull(ingest, "ingest");
    Objects.requireNonNull(decoder, "decoder");
    Objects.requireNonNull(quarantine, "quarantine");
    Objects.requireNonNull(deadLetters, "deadLetters");
    Objects.requireNonNull(retryDelayer, "retryDelayer");
    Objects.requireNonNull(eventLog, "eventLog");
    Objects.requireNonNull(clock, "clock");
  }
}
