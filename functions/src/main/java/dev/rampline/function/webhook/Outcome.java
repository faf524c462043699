package dev.rampline.function.webhook;

import dev.rampline.ingest.IngestResult;
import dev.rampline.observation.Subject;

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
  record Ingested(Subject subject, IngestResult result, int leftOut) implements Outcome {
    @Override
    public Answer answer() {
      return Answer.ACCEPTED;
    }
  }

  /** We cannot take it now, because of that class of fault. */
  record Failed(Class<? extends Throwable> fault) implements Outcome {
    @Override
    public Answer answer() {
      return Answer.UNAVAILABLE;
    }
  }
}
