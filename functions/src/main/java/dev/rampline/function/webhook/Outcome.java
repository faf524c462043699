package dev.rampline.function.webhook;

import dev.rampline.adapter.telemetry.Outage;
import dev.rampline.event.Subject;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.IngestResult;
import org.jspecify.annotations.Nullable;

/** What became of a request. */
sealed interface Outcome {

  /** The answer that the provider gets. */
  Answer answer();

  /** It is not believed, or not even looked at. */
  record Refused(Answer answer, String reason) implements Outcome {}

  /** The provider said it, but of nobody: a ping. */
  record OfNobody() implements Outcome {
    @Override
    public Answer answer() {
      return Answer.ACCEPTED;
    }
  }

  /** It is in the ledger; {@code leftOut} fields that did not fit are not. */
  record Ingested(VerifiedEvent word, IngestResult result, int leftOut) implements Outcome {
    @Override
    public Answer answer() {
      return Answer.ACCEPTED;
    }
  }

  /** The ledger could not take it, and it waits in the spill; {@code fault} is the ledger's. */
  record Spilled(Subject subject, String fault) implements Outcome {
    @Override
    public Answer answer() {
      return Answer.ACCEPTED;
    }
  }

  /**
   * What it takes to take it in is not to be had now; an event's subject is told if it is known.
   */
  record Unavailable(@Nullable Subject subject, Outage outage, String fault) implements Outcome {
    @Override
    public Answer answer() {
      return Answer.UNAVAILABLE;
    }
  }

  /** A mistake of ours; an event's subject is told if it is known. */
  record Failed(@Nullable Subject subject, String fault) implements Outcome {
    @Override
    public Answer answer() {
      return Answer.UNAVAILABLE;
    }
  }
}
