package dev.rampline.function.spill;

import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.IngestResult;
import org.jspecify.annotations.Nullable;

/** What became of a word of the spill. */
sealed interface Fate {

  /** Whom it is about; null: nobody can read it. */
  @Nullable Subject subject();

  /** It is in the ledger. */
  record Taken(VerifiedEvent word, IngestResult result) implements Fate {
    @Override
    public Subject subject() {
      return word.subject();
    }
  }

  /** It can never be taken in, and is in the queue of dead letters. */
  record Parked(@Nullable Subject subject, String reason) implements Fate {}

  /** It has to come again; {@code fault} says why. */
  record Deferred(@Nullable Subject subject, String fault) implements Fate {}
}
