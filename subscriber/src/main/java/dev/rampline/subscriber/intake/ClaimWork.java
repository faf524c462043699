package dev.rampline.subscriber.intake;

import dev.rampline.adapter.telemetry.Metric;
import dev.rampline.decoding.SocketDecodingResult;
import dev.rampline.event.Subject;
import dev.rampline.ingest.Ingest;
import dev.rampline.ingest.IngestResult;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.lifecycle.Decision;
import dev.rampline.subscriber.intake.Stage.Outcome;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.InstantSource;

/** Writes a word of the socket as a claim, unless it tells nothing new. */
final class ClaimWork implements Stage.Work<SocketDecodingResult.Update> {
  /** Longer than the ledger and the queue may take together. */
  private static final Duration BUDGET = Duration.ofSeconds(10);

  /** What looks like a mistake of ours is mostly one of a deployment under way. */
  private static final int MOST_TRIES = 8;

  private final Ingest ingest;
  private final ReadBacks readBacks;
  private final Gap gap;
  private final Telling telling;
  private final InstantSource clock;

  ClaimWork(Ingest ingest, ReadBacks readBacks, Gap gap, Telling telling, InstantSource clock) {
    this.ingest = ingest;
    this.readBacks = readBacks;
    this.gap = gap;
    this.telling = telling;
    this.clock = clock;
  }

  @Override
  public Outcome on(Subject subject, SocketDecodingResult.Update word, int tries) {
    try {
      IngestResult result = ingest.ingest(word.event(), Deadline.after(BUDGET, clock));
      if (result.decision() instanceof Decision.Erased) {
        telling.told(word.event(), Metric.FORGOTTEN, result);
      } else {
        written(subject, word, result, tries);
      }
      return Outcome.DONE;
    } catch (LedgerUnavailableException down) {
      return held(subject, Metric.WORDS_HELD, down, tries);
    } catch (UnreadableRecordException newer) {
      telling.failed(subject, Metric.UNREADABLE_RECORDS, newer);
      return Outcome.DONE;
    } catch (RuntimeException ours) {
      return tries < MOST_TRIES
          ? held(subject, Metric.FAULTS, ours, tries)
          : dropped(subject, ours);
    }
  }

  private void written(
      Subject subject, SocketDecodingResult.Update word, IngestResult result, int tries) {
    boolean made = result.decision().hasNewVersion();
    if (made) {
      telling.told(word.event(), Metric.CLAIMS, result);
    } else {
      telling.count(Metric.WORDS_REPEATED);
    }
    // A try whose answer was lost may have written the claim that this one finds.
    if (made || tries > 1) {
      readBacks.ask(subject, word.providerId());
    }
  }

  private Outcome held(Subject subject, Metric what, RuntimeException fault, int tries) {
    if (tries == 1) {
      telling.failed(subject, what, fault);
    }
    return Outcome.HELD;
  }

  /** Whoever asks the API does not need the word. */
  private Outcome dropped(Subject subject, RuntimeException fault) {
    telling.failed(subject, Metric.WORDS_DROPPED, fault);
    gap.reconcile();
    return Outcome.DONE;
  }
}
