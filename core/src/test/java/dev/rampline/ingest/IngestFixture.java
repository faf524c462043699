package dev.rampline.ingest;

import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.SampleRecords;
import dev.rampline.message.CloudEventMessage;
import dev.rampline.message.MessageComposer;
import dev.rampline.time.Deadline;
import dev.rampline.time.Sleeper;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** A ledger, a queue that is empty before each test, and the use case. */
abstract class IngestFixture {
  static final MessageComposer COMPOSER = new MessageComposer("test");

  /** Long enough for a busy machine. */
  private static final Duration BUDGET = Duration.ofSeconds(60);

  final Subject subject = SampleRecords.freshOrder();

  /** The ledger under test. */
  protected abstract Ledger ledger();

  /** The publisher under test. */
  protected abstract Publisher publisher();

  /** Receives messages until there are the expected number and no more arrive. */
  protected abstract List<CloudEventMessage> received(int expected);

  final IngestResult ingest(VerifiedEvent event) {
    return ingest(ledger(), event);
  }

  final IngestResult ingest(Ledger ledger, VerifiedEvent event) {
    return on(ledger).ingest(event, deadline());
  }

  final IngestResult ingest(UnverifiedEvent unverifiedEvent) {
    return on(ledger()).ingest(unverifiedEvent, deadline());
  }

  final Ingest on(Ledger ledger) {
    return new Ingest(ledger, publisher(), COMPOSER, BUDGET, new SecureRandom(), Sleeper.system());
  }

  final LedgerRecord record() {
    return record(subject);
  }

  final LedgerRecord record(Subject subject) {
    return (LedgerRecord) ledger().read(subject, Consistency.STRONG, deadline()).orElseThrow();
  }

  static Deadline deadline() {
    return Deadline.after(BUDGET, InstantSource.system());
  }
}
