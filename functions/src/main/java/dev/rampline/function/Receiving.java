package dev.rampline.function;

import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.RetryQueue;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.WebhookVerifier;
import java.time.InstantSource;
import java.util.Objects;

/** What a function needs that takes in what the provider says. */
public record Receiving(
    KeyRing keyRing,
    WebhookVerifier verifier,
    WebhookDecoder decoder,
    Ingest ingest,
    RetryQueue spill,
    Journal journal,
    InstantSource clock) {
  public Receiving {
    Objects.requireNonNull(keyRing, "keyRing");
    Objects.requireNonNull(verifier, "verifier");
    Objects.requireNonNull(decoder, "decoder");
    Objects.requireNonNull(ingest, "ingest");
    Objects.requireNonNull(spill, "spill");
    Objects.requireNonNull(journal, "journal");
    Objects.requireNonNull(clock, "clock");
  }
}
