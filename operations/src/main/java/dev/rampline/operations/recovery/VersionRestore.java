package dev.rampline.operations.recovery;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.failure.FailureCause;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Ledger.WriteResult;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.Revision;
import dev.rampline.ledger.Tombstone;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Raises every version of a restored ledger to a floor beyond what was sent before: consumers skip
 * a message whose sequence is not newer than one that they have handled. Each raised record is a
 * new version, whose message the relay sends. It can copy the records that the ledger lacks from a
 * restored table first. All writes are conditional, so events may arrive meanwhile, and a repeated
 * run with the same floor changes nothing. Not thread-safe, and for a single run.
 */
public final class VersionRestore {
  private static final Duration CALL_BUDGET = Duration.ofSeconds(10);
  private static final int MAX_ATTEMPTS = 20;

  private final Ledger ledger;
  private final RecordReader records;
  private final @Nullable RecordReader backup;
  private final long floor;
  private final RunOptions options;
  private RecoverySummary summary = RecoverySummary.EMPTY;

  /**
   * Creates a run.
   *
   * @param backup the name of the restored table; null if the ledger's own table was restored
   * @param floor the lowest version of a record after the run
   */
  public VersionRestore(
      StoreClients clients, @Nullable String backup, long floor, RunOptions options) {
    this.ledger = new DynamoDbLedger(clients.tables(), clients.table());
    this.records = RecordReader.from(clients);
    this.backup = backup == null ? null : new RecordReader(clients.tables(), backup);
    this.floor = floor;
    this.options = options;
  }

  /** Copies and raises all records; returns how many, and those that could not be written. */
  public RecoverySummary run() {
    try {
      if (backup != null) {
        writeEach(backup, this::copy);
      }
      writeEach(records, (entry, current) -> raise(current));
    } catch (SdkException fault) {
      summary = summary.withStopReason(AwsFaults.description(fault));
    } catch (LedgerUnavailableException fault) {
      summary = summary.withStopReason(String.valueOf(fault.getMessage()));
    }
    return summary;
  }

  /** Decides what to write about a subject. */
  private interface Rule {
    /**
     * Returns the next entry; empty to keep the current one.
     *
     * @param entry the entry in the table that is read
     * @param current the ledger's current entry; null if it has none
     */
    Optional<Entry> next(Entry entry, @Nullable Entry current);
  }

  private void writeEach(RecordReader table, Rule rule) {
    String next = null;
    do {
      RecordReader.Page page = table.pageAfter(next);
      page.unreadable().forEach(subject -> skip(subject, "a newer version of Rampline wrote it"));
      Stream.concat(page.records().stream(), page.tombstones().stream())
          .forEach(entry -> write(entry, rule));
      next = page.next();
    } while (next != null && summary.stopReason() == null);
  }

  private void write(Entry entry, Rule rule) {
    if (summary.stopReason() != null) {
      return;
    }
    options.rateLimiter().acquire(1);
    try {
      if (isWritten(entry, rule)) {
        summary = summary.sent(1);
      }
      summary = summary.position(entry.subject().text());
    } catch (UnreadableRecordException newer) {
      skip(entry.subject().text(), "a newer version of Rampline wrote it");
    }
    options.listener().onProgress(summary);
    if (options.listener().isStopRequested()) {
      summary = summary.withStopReason(RunOptions.STOP_REQUESTED);
    }
  }

  private boolean isWritten(Entry entry, Rule rule) {
    Entry current = ledger.read(entry.subject(), Consistency.STRONG, deadline()).orElse(null);
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      Entry next = rule.next(entry, current).orElse(null);
      if (next == null) {
        return false;
      }
      switch (ledger.write(next, deadline())) {
        case WriteResult.Written() -> {
          return true;
        }
        case WriteResult.Superseded(Entry newer) -> current = newer;
        case WriteResult.Contended() -> options.rateLimiter().acquire(1);
      }
    }
    throw new LedgerUnavailableException(FailureCause.WRITE_RACES_LOST);
  }

  private Optional<Entry> raise(@Nullable Entry current) {
    return current instanceof LedgerRecord record && isRaised(record)
        ? Optional.of(record.withRevision(revision(record, record.revision().number() + 1)))
        : Optional.empty();
  }

  /** An erased subject stays erased, whichever of the two tables says so. */
  private Optional<Entry> copy(Entry entry, @Nullable Entry current) {
    return switch (entry) {
      case LedgerRecord record ->
          current == null
              ? Optional.of(record.withRevision(revision(record, 1)))
              : Optional.empty();
      case Tombstone tombstone ->
          current instanceof Tombstone ? Optional.empty() : Optional.of(copy(tombstone, current));
    };
  }

  private static Tombstone copy(Tombstone tombstone, @Nullable Entry current) {
    long number = current == null ? 0 : current.revision().number();
    long version = Math.max(tombstone.version(), current == null ? 0 : current.version());
    return new Tombstone(
        tombstone.subject(),
        new Revision(number + 1, version, List.of(), tombstone.revision().updatedAt()));
  }

  /** An item with a customer's aliases alone has no version and no message. */
  private boolean isRaised(LedgerRecord record) {
    return record.version() > 0 && record.version() < floor;
  }

  private Revision revision(LedgerRecord record, long number) {
    return new Revision(
        number,
        isRaised(record) ? floor : record.version(),
        record.revision().writeIds(),
        options.clock().instant());
  }

  private void skip(String subject, String reason) {
    summary = summary.notSent(subject + ": " + reason);
  }

  private Deadline deadline() {
    return Deadline.after(CALL_BUDGET, options.clock());
  }
}
