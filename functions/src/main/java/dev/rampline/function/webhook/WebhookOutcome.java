package dev.rampline.function.webhook;

import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.UnavailableCause;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.IngestResult;
import dev.rampline.quarantine.QuarantineReason;
import dev.rampline.verification.InvalidKeysException;
import dev.rampline.verification.KeysUnavailableException;
import org.jspecify.annotations.Nullable;

/** The outcome of a webhook request. */
sealed interface WebhookOutcome {

  /** The response to the provider. */
  WebhookResponse response();

  /** The request is invalid, or its signature is. */
  record Rejected(WebhookResponse response, String reason) implements WebhookOutcome {}

  /** A known event without a subject, such as a ping. */
  record Ignored() implements WebhookOutcome {
    @Override
    public WebhookResponse response() {
      return WebhookResponse.ACCEPTED;
    }
  }

  /** The payload is authentic, but cannot be placed; the quarantine has it. */
  record Quarantined(QuarantineReason reason) implements WebhookOutcome {
    @Override
    public WebhookResponse response() {
      return WebhookResponse.ACCEPTED;
    }
  }

  /**
   * The event is in the ledger, without the {@code omittedFields} fields that did not fit. The
   * quarantine has it too if it may report more.
   */
  record Ingested(
      VerifiedEvent event, IngestResult result, int omittedFields, boolean isQuarantined)
      implements WebhookOutcome {
    @Override
    public WebhookResponse response() {
      return WebhookResponse.ACCEPTED;
    }
  }

  /**
   * The event is not in the ledger, so it waits in the retry queue; {@code fault} says why.
   *
   * @param defect whether waiting alone does not help: denied access, an unreadable record, a bug
   */
  record QueuedForRetry(Subject subject, String fault, boolean defect) implements WebhookOutcome {
    @Override
    public WebhookResponse response() {
      return WebhookResponse.ACCEPTED;
    }
  }

  /**
   * The ledger and the retry queue, or the keys, are unavailable. The subject is null if it is
   * unknown.
   */
  record Unavailable(@Nullable Subject subject, UnavailableCause cause, String fault)
      implements WebhookOutcome {
    /** Returns the outcome of a request that needs keys that cannot be read. */
    static Unavailable of(KeysUnavailableException none) {
      UnavailableCause cause =
          none.getCause() instanceof InvalidKeysException
              ? UnavailableCause.KEYS_INVALID
              : UnavailableCause.KEYS_UNREACHABLE;
      return new Unavailable(null, cause, FaultName.ofRootCause(none));
    }

    @Override
    public WebhookResponse response() {
      return WebhookResponse.UNAVAILABLE;
    }
  }

  /** A bug in Rampline. The subject is null if it is unknown. */
  record Failed(@Nullable Subject subject, String fault) implements WebhookOutcome {
    @Override
    public WebhookResponse response() {
      return WebhookResponse.UNAVAILABLE;
    }
  }
}
