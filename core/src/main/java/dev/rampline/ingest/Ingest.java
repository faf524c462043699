package dev.rampline.ingest;

import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.ingest.IngestResult.Delivery;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Ledger.WriteResult;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.lifecycle.Decision;
import dev.rampline.lifecycle.Lifecycle;
import dev.rampline.message.MessageComposer;
import dev.rampline.time.Deadline;
import dev.rampline.time.Sleeper;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The one use case: decide, write, send (design §4). One read, at most one write and one send for a
 * word that nobody races; the read alone for one that tells nothing new. Thread-safe, if its random
 * generator is.
 */
public final class Ingest {
  /** How long the queue may take; what it does not take by then, the table's stream brings. */
  static final Duration SEND_BUDGET = Duration.ofSeconds(2);

  static final int MAX_ATTEMPTS = 50;
  private static final long FIRST_PAUSE_MILLIS = 4;
  private static final long LONGEST_PAUSE_MILLIS = 64;

  private final Ledger ledger;
  private final Publisher publisher;
  private final MessageComposer composer;
  private final Duration ledgerBudget;
  private final RandomGenerator random;
  private final Sleeper sleeper;

  /**
   * @param ledgerBudget how long the ledger may take for one word, races included
   * @param random where write ids and traces come from; in production a {@code SecureRandom}
   */
  public Ingest(
      Ledger ledger,
      Publisher publisher,
      MessageComposer composer,
      Duration ledgerBudget,
      RandomGenerator random,
      Sleeper pause) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.publisher = Objects.requireNonNull(publisher, "publisher");
    this.composer = Objects.requireNonNull(composer, "composer");
    this.ledgerBudget = Objects.requireNonNull(ledgerBudget, "ledgerBudget");
    this.random = Objects.requireNonNull(random, "random");
    this.sleeper = Objects.requireNonNull(pause, "pause");
  }

  /**
   * Takes an authenticated word in. When this returns, the word is in the ledger, and its message
   * in the queue or on its way there.
   *
   * @param deadline by which the caller has to have an answer
   * @throws LedgerUnavailableException if the ledger failed, or lost races, beyond its budget; the
   *     word may have been written all the same
   */
  public IngestResult ingest(VerifiedEvent observation, Deadline deadline) {
    Subject subject = observation.subject();
    return process(
        subject,
        consistency(subject),
        WriteContext.create(random, observation.metadata().trace()),
        entry -> Lifecycle.decide(entry, observation),
        deadline);
  }

  /**
   * Takes a word in that may not be believed: it is kept and announced as a claim, and changes
   * neither a state nor a fact. Claims leave again, so an old copy of the record would not do to
   * tell whether this one is news.
   *
   * @param deadline by which the caller has to have an answer
   * @throws LedgerUnavailableException if the ledger failed, or lost races, beyond its budget; the
   *     claim may have been written all the same
   */
  public IngestResult ingest(UnverifiedEvent claim, Deadline deadline) {
    return process(
        claim.subject(),
        Consistency.STRONG,
        WriteContext.create(random, null),
        entry -> Lifecycle.decideUnverified(entry, claim),
        deadline);
  }

  private IngestResult process(
      Subject subject,
      Consistency consistency,
      WriteContext authorship,
      Function<@Nullable Entry, Decision> rule,
      Deadline deadline) {
    Deadline ledgerDeadline = deadline.within(ledgerBudget);
    Entry current = ledger.read(subject, consistency, ledgerDeadline).orElse(null);
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      Decision decision = rule.apply(current);
      LedgerRecord next = authorship.recordToWrite(decision).orElse(null);
      if (next == null) {
        return new IngestResult(decision, version(current), Delivery.NONE, authorship.trace());
      }
      switch (ledger.write(next, ledgerDeadline)) {
        case WriteResult.Written() -> {
          return publishWritten(decision, next, authorship, deadline);
        }
        case WriteResult.Superseded(Entry newer) -> {
          if (newer.hasWriteId(authorship.writeId())) {
            return publishWritten(decision, next, authorship, deadline);
          }
          current = newer;
        }
      }
      sleeper.sleep(backoff(attempt));
    }
    throw new LedgerUnavailableException("Lost every race for the record", null);
  }

  private IngestResult publishWritten(
      Decision decision, LedgerRecord record, WriteContext authorship, Deadline deadline) {
    if (!decision.hasNewVersion()) {
      return new IngestResult(decision, record.version(), Delivery.NONE, authorship.trace());
    }
    List<Publisher.Unsent> unsent =
        publisher.publish(List.of(composer.compose(record)), deadline.within(SEND_BUDGET));
    Delivery delivery = unsent.isEmpty() ? Delivery.SENT : Delivery.LEFT_TO_RELAY;
    return new IngestResult(decision, record.version(), delivery, authorship.trace());
  }

  /**
   * The record of an order only grows, so an old copy of it at worst fails the write's condition.
   */
  private static Consistency consistency(Subject subject) {
    return switch (subject.kind()) {
      case ORDER -> Consistency.EVENTUAL;
      case KYC -> Consistency.STRONG;
    };
  }

  private static long version(@Nullable Entry entry) {
    return entry == null ? 0 : entry.version();
  }

  private Duration backoff(int attempt) {
    long bound = Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(attempt - 1, 10));
    return Duration.ofMillis(random.nextLong(bound + 1));
  }
}
