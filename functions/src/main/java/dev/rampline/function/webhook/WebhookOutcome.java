package dev.rampline.function.webhook;

import dev.rampline.adapter.telemetry.UnavailableCause;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.IngestResult;
import org.jspecify.annotations.Nullable;

/** What became of a request. */
sealed interface WebhookOutcome {

  /** The answer that the provider gets. */
  WebhookResponse response();

  /** It is not believed, or not even looked at. */
  record Rejected(WebhookResponse response, String reason) implements WebhookOutcome {}

  /** The provider said it, but of nobody: a ping. */
  record NoSubject() implements WebhookOutcome {
    @Override
    public WebhookResponse response() {
      return WebhookResponse.ACCEPTED;
    }
  }

  /** It is in the ledger; {@code leftOut} fields that did not fit are not. */
  record Ingested(VerifiedEvent event, IngestResult result, int omittedFields)
      implements WebhookOutcome {
    @Override
    public WebhookResponse response() {
      return WebhookResponse.ACCEPTED;
    }
  }

  /**
   * The ledger could not take it, and it waits in the retry queue; {@code fault} is the ledger's.
   */
  record QueuedForRetry(Subject subject, String fault) implements WebhookOutcome {
    @Override
    public WebhookResponse response() {
      return WebhookResponse.ACCEPTED;
    }
  }

  /**
   * What it takes to take it in is not to be had now; an event's subject is told if it is known.
   */
  record Unavailable(@Nullable Subject subject, UnavailableCause cause, String fault)
      implements WebhookOutcome {
    @Override
    public WebhookResponse response() {
      return WebhookResponse.UNAVAILABLE;
    }
  }

  /** A mistake of ours; an event's subject is told if it is known. */
  record Failed(@Nullable Subject subject, String fault) implements WebhookOutcome {
    @Override
    public WebhookResponse response() {
      return WebhookResponse.UNAVAILABLE;
    }
  }
}
