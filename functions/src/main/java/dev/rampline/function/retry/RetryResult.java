package dev.rampline.function.retry;

import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.IngestResult;
import dev.rampline.quarantine.QuarantineReason;
import org.jspecify.annotations.Nullable;

/** The result of retrying an event. */
sealed interface RetryResult {

  /** The event's subject; null if the message is unreadable. */
  @Nullable Subject subject();

  /** The event is in the ledger. */
  record Ingested(VerifiedEvent event, IngestResult result) implements RetryResult {
    @Override
    public Subject subject() {
      return event.subject();
    }
  }

  /** The payload of the quarantine still cannot be placed; the quarantine has it again. */
  record Quarantined(QuarantineReason reason) implements RetryResult {
    @Override
    public @Nullable Subject subject() {
      return null;
    }
  }

  /** The payload of the quarantine is a known event without a subject. */
  record Ignored() implements RetryResult {
    @Override
    public @Nullable Subject subject() {
      return null;
    }
  }

  /** The event can never be ingested; the dead-letter queue has it. A bug has a {@code fault}. */
  record DeadLettered(@Nullable Subject subject, String reason, @Nullable String fault)
      implements RetryResult {}

  /** The event has to be retried later; {@code fault} says why. */
  record Deferred(@Nullable Subject subject, String fault) implements RetryResult {}
}
