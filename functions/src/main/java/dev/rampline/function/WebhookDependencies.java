package dev.rampline.function;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.decoding.WebhookDecoder;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.RetryQueue;
import dev.rampline.quarantine.Quarantine;
import dev.rampline.verification.KeyRing;
import dev.rampline.verification.WebhookVerifier;
import java.time.InstantSource;
import java.util.Objects;

/**
 * What the webhook function needs.
 *
 * @param checksOrigin whether only requests of the stack's CloudFront distribution are accepted
 */
public record WebhookDependencies(
    KeyRing keyRing,
    WebhookVerifier verifier,
    WebhookDecoder decoder,
    Ingest ingest,
    RetryQueue retryQueue,
    Quarantine quarantine,
    boolean checksOrigin,
    EventLog eventLog,
    InstantSource clock) {
  public WebhookDependencies {
    Objects.requireNonNull(keyRing, "keyRing");
    Objects.requireNonNull(verifier, "verifier");
    Objects.requireNonNull(decoder, "decoder");
    Objects.requireNonNull(ingest, "ingest");
    Objects.requireNonNull(retryQueue, "retryQueue");
    Objects.requireNonNull(quarantine, "quarantine");
    Objects.requireNonNull(eventLog, "eventLog");
    Objects.requireNonNull(clock, "clock");
  }
}
