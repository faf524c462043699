package dev.rampline.function.retry;

import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.IngestResult;
import org.jspecify.annotations.Nullable;

/** What became of a word of the retry. */
sealed interface RetryResult {

  /** Whom it is about; null: nobody can read it. */
  @Nullable Subject subject();

  /** It is in the ledger. */
  record Ingested(VerifiedEvent event, IngestResult result) implements RetryResult {
    @Override
    public Subject subject() {
      return event.subject();
    }
  }

  /** It can never be taken in, and is in the queue of dead letters. */
  record DeadLettered(@Nullable Subject subject, String reason) implements RetryResult {}

  /** It has to come again; {@code fault} says why. */
  record Deferred(@Nullable Subject subject, String fault) implements RetryResult {}
}
