package dev.rampline.ingest;

import dev.rampline.event.Subject;
import dev.rampline.event.UnverifiedEvent;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.failure.FailureCause;
import dev.rampline.ingest.IngestResult.Delivery;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Ledger.WriteResult;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.Revision;
import dev.rampline.lifecycle.Decision;
import dev.rampline.lifecycle.Lifecycle;
import dev.rampline.message.MessageComposer;
import dev.rampline.time.Deadline;
import dev.rampline.time.JitteredBackoff;
import dev.rampline.time.Sleeper;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Processes events: decides, writes the record, sends the message ({@code
 * docs/architecture.md#how-an-event-is-processed}). Without concurrent writes an event costs one
 * read, at most one write and at most one send; an event that changes nothing costs the read alone.
 * Thread-safe if its random generator is.
 */
public final class Ingest {
  /**
   * Time limit for the queue. The relay sends the messages that the queue does not accept in time.
   */
  static final Duration SEND_BUDGET = Duration.ofSeconds(2);

  static final int MAX_ATTEMPTS = 50;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(4);
  private static final Duration MAX_BACKOFF = Duration.ofMillis(64);

  private final Ledger ledger;
  private final Publisher publisher;
  private final MessageComposer composer;
  private final Duration ledgerBudget;
  private final RandomGenerator random;
  private final JitteredBackoff backoff;
  private final Sleeper sleeper;
  private final long firstVersion;

  /**
   * @param ledgerBudget time limit of the ledger for one event, retries included
   * @param random source of write ids and trace ids; in production a {@code SecureRandom}
   */
  public Ingest(
      Ledger ledger,
      Publisher publisher,
      MessageComposer composer,
      Duration ledgerBudget,
      RandomGenerator random,
      Sleeper sleeper) {
    this(ledger, publisher, composer, ledgerBudget, random, sleeper, 1);
  }

  private Ingest(
      Ledger ledger,
      Publisher publisher,
      MessageComposer composer,
      Duration ledgerBudget,
      RandomGenerator random,
      Sleeper sleeper,
      long firstVersion) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.publisher = Objects.requireNonNull(publisher, "publisher");
    this.composer = Objects.requireNonNull(composer, "composer");
    this.ledgerBudget = Objects.requireNonNull(ledgerBudget, "ledgerBudget");
    this.random = Objects.requireNonNull(random, "random");
    this.backoff = JitteredBackoff.full(FIRST_BACKOFF, MAX_BACKOFF, random);
    this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
    this.firstVersion = firstVersion;
  }

  /**
   * Returns the same use case, whose new records start at this version. After the ledger was
   * restored from a backup, it lacks subjects whose versions consumers have seen ({@code
   * docs/runbook.md#restore-the-table}).
   */
  public Ingest withFirstVersion(long version) {
    return new Ingest(ledger, publisher, composer, ledgerBudget, random, sleeper, version);
  }

  /**
   * Processes a verified event. When this returns, the ledger has the event, and its message is in
   * the queue or left to the relay.
   *
   * @param deadline when the caller needs the result
   * @throws LedgerUnavailableException if the ledger failed, or lost write races, beyond its time
   *     limit; the event may have been written nevertheless
   */
  public IngestResult ingest(VerifiedEvent event, Deadline deadline) {
    Subject subject = event.subject();
    return process(
        subject,
        consistency(subject),
        WriteContext.create(random, event.metadata().trace()),
        entry -> Lifecycle.decide(entry, event),
        deadline);
  }

  /**
   * Processes an unverified event. It is stored and published as unverified, and changes neither
   * state nor fields. The read is strongly consistent: unverified events are also removed from a
   * record, so a stale copy cannot tell whether this one is new.
   *
   * @param deadline when the caller needs the result
   * @throws LedgerUnavailableException if the ledger failed, or lost write races, beyond its time
   *     limit; the event may have been written nevertheless
   */
  public IngestResult ingest(UnverifiedEvent unverifiedEvent, Deadline deadline) {
    return process(
        unverifiedEvent.subject(),
        Consistency.STRONG,
        WriteContext.create(random, null),
        entry -> Lifecycle.decideUnverified(entry, unverifiedEvent),
        deadline);
  }

  private IngestResult process(
      Subject subject,
      Consistency consistency,
      WriteContext context,
      Function<@Nullable Entry, Decision> rule,
      Deadline deadline) {
    Deadline ledgerDeadline = deadline.within(ledgerBudget);
    Entry current = ledger.read(subject, consistency, ledgerDeadline).orElse(null);
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      Decision decision = rule.apply(current);
      LedgerRecord next = context.recordToWrite(decision).map(this::atFirstVersion).orElse(null);
      if (next == null) {
        return new IngestResult(decision, version(current), Delivery.NONE, context.trace());
      }
      switch (ledger.write(next, ledgerDeadline)) {
        case WriteResult.Written() -> {
          return publishWritten(decision, next, context, deadline);
        }
        case WriteResult.Superseded(Entry newer) -> {
          if (newer.hasWriteId(context.writeId())) {
            return publishWritten(decision, next, context, deadline);
          }
          current = newer;
        }
      }
      sleeper.sleep(backoff.after(attempt));
    }
    throw new LedgerUnavailableException(FailureCause.WRITE_RACES_LOST);
  }

  private LedgerRecord atFirstVersion(LedgerRecord record) {
    Revision revision = record.revision();
    return revision.number() > 1 || revision.version() >= firstVersion
        ? record
        : record.withRevision(
            new Revision(
                revision.number(), firstVersion, revision.writeIds(), revision.updatedAt()));
  }

  private IngestResult publishWritten(
      Decision decision, LedgerRecord record, WriteContext context, Deadline deadline) {
    if (!decision.hasNewVersion()) {
      return new IngestResult(decision, record.version(), Delivery.NONE, context.trace());
    }
    List<Publisher.Unsent> unsent =
        publisher.publish(List.of(composer.compose(record)), deadline.within(SEND_BUDGET));
    Delivery delivery = unsent.isEmpty() ? Delivery.SENT : Delivery.LEFT_TO_RELAY;
    return new IngestResult(decision, record.version(), delivery, context.trace());
  }

  /** An order's record only grows, so a stale read at worst fails the conditional write. */
  private static Consistency consistency(Subject subject) {
    return switch (subject.kind()) {
      case ORDER -> Consistency.EVENTUAL;
      case KYC -> Consistency.STRONG;
    };
  }

  private static long version(@Nullable Entry entry) {
    return entry == null ? 0 : entry.version();
  }
}
