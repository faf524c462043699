package dev.rampline.ingest;

import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.message.Message;
import dev.rampline.message.MessageComposer;
import dev.rampline.observation.Claim;
import dev.rampline.observation.Observation;
import dev.rampline.observation.Subject;
import dev.rampline.time.Deadline;
import dev.rampline.time.Pause;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** A ledger and a queue that is empty when a test begins, and the use case on them. */
abstract class IngestSetting {
  static final MessageComposer COMPOSER = new MessageComposer("test");

  /** So much that a busy machine does not end it. */
  private static final Duration BUDGET = Duration.ofSeconds(60);

  final Subject subject = SampleRecords.freshOrder();

  /** The ledger under test. */
  protected abstract Ledger ledger();

  /** The publisher under test. */
  protected abstract Publisher publisher();

  /** Takes what consumers get from the queue, until it has so many and no more come. */
  protected abstract List<Message> received(int expected);

  final IngestResult ingest(Observation observation) {
    return ingest(ledger(), observation);
  }

  final IngestResult ingest(Ledger ledger, Observation observation) {
    return on(ledger).ingest(observation, soon());
  }

  final IngestResult ingest(Claim claim) {
    return on(ledger()).ingest(claim, soon());
  }

  private Ingest on(Ledger ledger) {
    return new Ingest(ledger, publisher(), COMPOSER, BUDGET, new SecureRandom(), Pause.real());
  }

  final LedgerRecord record() {
    return record(subject);
  }

  final LedgerRecord record(Subject subject) {
    return (LedgerRecord) ledger().read(subject, Consistency.STRONG, soon()).orElseThrow();
  }

  static Deadline soon() {
    return Deadline.after(BUDGET, InstantSource.system());
  }
}
