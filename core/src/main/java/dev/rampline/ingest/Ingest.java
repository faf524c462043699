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
import dev.rampline.ledger.Tombstone;
import dev.rampline.lifecycle.CustomerDecision;
import dev.rampline.lifecycle.CustomerGroup;
import dev.rampline.lifecycle.CustomerIds;
import dev.rampline.lifecycle.Decision;
import dev.rampline.lifecycle.Lifecycle;
import dev.rampline.lifecycle.LookupScope;
import dev.rampline.message.MessageComposer;
import dev.rampline.time.Deadline;
import dev.rampline.time.JitteredBackoff;
import dev.rampline.time.Sleeper;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Processes events: decides, writes the record, sends the message ({@code
 * docs/architecture.md#how-an-event-is-processed}). Without concurrent writes an event on an order
 * costs one read, at most one write and at most one send; an event that changes nothing costs the
 * read alone. A read of what this process remembers costs nothing, and the creation of an order is
 * written without a read. An event on a customer costs one read for each of the customer's ids.
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
  private final LookupScope scope;
  private final IngestListener listener;

  /** Creates the use case for a provider whose API can be asked. */
  public Ingest(
      Ledger ledger,
      Publisher publisher,
      MessageComposer composer,
      Duration ledgerBudget,
      RandomGenerator random,
      Sleeper sleeper) {
    this(ledger, publisher, composer, ledgerBudget, random, sleeper, LookupScope.CONFIRM);
  }

  /**
   * Creates the use case.
   *
   * @param ledgerBudget time limit of the ledger for one event, retries included
   * @param random source of write ids and trace ids; in production a {@code SecureRandom}
   * @param scope what the provider's API is asked about
   */
  public Ingest(
      Ledger ledger,
      Publisher publisher,
      MessageComposer composer,
      Duration ledgerBudget,
      RandomGenerator random,
      Sleeper sleeper,
      LookupScope scope) {
    this(ledger, publisher, composer, ledgerBudget, random, sleeper, scope, 1, IngestListener.NONE);
  }

  private Ingest(
      Ledger ledger,
      Publisher publisher,
      MessageComposer composer,
      Duration ledgerBudget,
      RandomGenerator random,
      Sleeper sleeper,
      LookupScope scope,
      long firstVersion,
      IngestListener listener) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.publisher = Objects.requireNonNull(publisher, "publisher");
    this.composer = Objects.requireNonNull(composer, "composer");
    this.ledgerBudget = Objects.requireNonNull(ledgerBudget, "ledgerBudget");
    this.random = Objects.requireNonNull(random, "random");
    this.backoff = JitteredBackoff.full(FIRST_BACKOFF, MAX_BACKOFF, random);
    this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
    this.scope = Objects.requireNonNull(scope, "scope");
    this.firstVersion = firstVersion;
    this.listener = Objects.requireNonNull(listener, "listener");
  }

  /**
   * Returns the same use case, whose new records start at this version. After the ledger was
   * restored from a backup, it lacks subjects whose versions consumers have seen ({@code
   * docs/recovery.md#restore-the-table}).
   */
  public Ingest withFirstVersion(long version) {
    return new Ingest(
        ledger, publisher, composer, ledgerBudget, random, sleeper, scope, version, listener);
  }

  /** Returns the same use case with a listener, which replaces an earlier one. */
  public Ingest withListener(IngestListener newListener) {
    return new Ingest(
        ledger,
        publisher,
        composer,
        ledgerBudget,
        random,
        sleeper,
        scope,
        firstVersion,
        newListener);
  }

  /** Returns what the provider's API is asked about. */
  public LookupScope scope() {
    return scope;
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
    WriteContext context = WriteContext.create(random, event.metadata().trace());
    return switch (event.subject().kind()) {
      case ORDER ->
          process(
              event.subject(),
              consistency(event),
              context,
              entry -> Lifecycle.decide(entry, event, scope),
              deadline);
      case KYC ->
          processCustomer(
              event.subject(),
              CustomerIds.namedIn(event),
              context,
              group -> Lifecycle.decide(group, event, scope),
              deadline);
    };
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
    Subject subject = unverifiedEvent.subject();
    WriteContext context = WriteContext.create(random, null);
    return switch (subject.kind()) {
      case ORDER ->
          process(
              subject,
              Consistency.STRONG,
              context,
              entry -> Lifecycle.decideUnverified(entry, unverifiedEvent, scope),
              deadline);
      case KYC ->
          processCustomer(
              subject,
              Set.of(subject),
              context,
              group -> Lifecycle.decideUnverified(group, unverifiedEvent, scope),
              deadline);
    };
  }

  /**
   * A stale record is enough for a webhook: an event that it contains is in the current one too.
   * Whether a lookup denies a state depends on the current record. The creation of an order is
   * written without a read; if there is a record already, the failed write returns it.
   */
  private static Consistency consistency(VerifiedEvent event) {
    if (event.metadata().requestedAtVersion() != null) {
      return Consistency.STRONG;
    }
    return event.status().isCreation() ? Consistency.REMEMBERED : Consistency.EVENTUAL;
  }

  /** Changes the records of all ids of a customer together, each time on what was just read. */
  private IngestResult processCustomer(
      Subject subject,
      Set<Subject> named,
      WriteContext context,
      Function<CustomerGroup, CustomerDecision> rule,
      Deadline deadline) {
    Deadline ledgerDeadline = deadline.within(ledgerBudget);
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      CustomerGroup group =
          CustomerGroup.read(
              subject, named, id -> ledger.read(id, Consistency.STRONG, ledgerDeadline));
      Tombstone tombstone = group.tombstone().orElse(null);
      if (tombstone != null) {
        return new IngestResult(
            new Decision.Erased(), tombstone.version(), Delivery.NONE, context.trace());
      }
      CustomerDecision decision = rule.apply(group);
      List<LedgerRecord> next =
          context.recordsToWrite(decision.all(), deadline.clock().instant()).stream()
              .map(record -> atFirstVersion(record, group.version()))
              .toList();
      if (next.isEmpty()) {
        return new IngestResult(decision.own(), group.version(), Delivery.NONE, context.trace());
      }
      if (isWritten(ledger.writeAll(next, ledgerDeadline), context)) {
        List<LedgerRecord> changed =
            next.stream().filter(record -> record.version() > group.versionOf(record)).toList();
        return publishWritten(decision.own(), group.version(), changed, context, deadline);
      }
      sleeper.sleep(backoff.after(attempt));
    }
    throw new LedgerUnavailableException(FailureCause.WRITE_RACES_LOST);
  }

  private static boolean isWritten(WriteResult result, WriteContext context) {
    return switch (result) {
      case WriteResult.Written() -> true;
      case WriteResult.Superseded(Entry newer) -> newer.hasWriteId(context.writeId());
      case WriteResult.Contended() -> false;
    };
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
      long version = version(current);
      LedgerRecord next =
          context
              .recordToWrite(decision, deadline.clock().instant())
              .map(record -> atFirstVersion(record, version))
              .orElse(null);
      if (next == null) {
        return new IngestResult(decision, version, Delivery.NONE, context.trace());
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
        case WriteResult.Contended() -> {}
      }
      // The first decision may have been made on a stale record, or on none: no race was lost yet.
      if (attempt > 1) {
        sleeper.sleep(backoff.after(attempt - 1));
      }
    }
    throw new LedgerUnavailableException(FailureCause.WRITE_RACES_LOST);
  }

  /** Raises the first version of a subject. An item with aliases alone has no version. */
  private LedgerRecord atFirstVersion(LedgerRecord record, long versionBefore) {
    Revision revision = record.revision();
    return versionBefore > 0 || revision.version() == 0 || revision.version() >= firstVersion
        ? record
        : record.withRevision(
            new Revision(
                revision.number(), firstVersion, revision.writeIds(), revision.updatedAt()));
  }

  private IngestResult publishWritten(
      Decision decision, LedgerRecord record, WriteContext context, Deadline deadline) {
    List<LedgerRecord> changed = decision.hasNewVersion() ? List.of(record) : List.of();
    return publishWritten(decision, record.version(), changed, context, deadline);
  }

  /**
   * @param changed the records with a new version
   */
  private IngestResult publishWritten(
      Decision decision,
      long version,
      List<LedgerRecord> changed,
      WriteContext context,
      Deadline deadline) {
    if (changed.isEmpty()) {
      return new IngestResult(decision, version, Delivery.NONE, context.trace());
    }
    List<Publisher.Unsent> unsent =
        publisher.publish(
            changed.stream().map(composer::compose).toList(), deadline.within(SEND_BUDGET));
    Delivery delivery = unsent.isEmpty() ? Delivery.SENT : Delivery.LEFT_TO_RELAY;
    LedgerRecord first = changed.getFirst();
    IngestResult result = new IngestResult(decision, first.version(), delivery, context.trace());
    listener.onNewVersion(first, result);
    return result;
  }

  private static long version(@Nullable Entry entry) {
    return entry == null ? 0 : entry.version();
  }
}
