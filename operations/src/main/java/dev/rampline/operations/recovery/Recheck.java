package dev.rampline.operations.recovery;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.adapter.dynamodb.DynamoDbLedger;
import dev.rampline.event.State;
import dev.rampline.event.Subject;
import dev.rampline.failure.FailureCause;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.Ledger.Consistency;
import dev.rampline.ledger.Ledger.WriteResult;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Schedules a due check of every record that was written since a time, also of closed orders: after
 * a key has leaked, the next reconciliations compare them with the provider's API. Versions and
 * messages do not change. Writes are conditional, so a run can be repeated at any time. Not
 * thread-safe, and for a single run.
 */
public final class Recheck {
  private static final Duration CALL_BUDGET = Duration.ofSeconds(10);
  private static final int MAX_ATTEMPTS = 20;

  private final Ledger ledger;
  private final RecordReader records;
  private final RunOptions options;
  private RecoverySummary summary = RecoverySummary.EMPTY;

  /** Creates a run on these stores. */
  public Recheck(StoreClients clients, RunOptions options) {
    this.ledger = new DynamoDbLedger(clients.tables(), clients.table());
    this.records = RecordReader.from(clients);
    this.options = options;
  }

  /**
   * Schedules the checks; returns how many, and leaves out what the API cannot answer: refunds, and
   * customers without a partner's customer id.
   */
  public RecoverySummary scheduleSince(Instant begin) {
    try {
      String next = null;
      do {
        options.rateLimiter().acquire(1);
        RecordReader.Page page = records.pageAfter(next);
        page.unreadable()
            .forEach(subject -> skip(subject, "a newer version of Rampline wrote the record"));
        page.records().stream()
            .filter(record -> record.version() > 0)
            .filter(record -> !record.revision().updatedAt().isBefore(begin))
            .forEach(this::schedule);
        next = page.next();
        if (next != null && options.listener().isStopRequested()) {
          summary = summary.withStopReason(RunOptions.STOP_REQUESTED);
        }
      } while (next != null && summary.stopReason() == null);
    } catch (SdkException fault) {
      summary = summary.withStopReason(AwsFaults.description(fault));
    } catch (LedgerUnavailableException fault) {
      summary = summary.withStopReason(String.valueOf(fault.getMessage()));
    }
    return summary;
  }

  private void schedule(LedgerRecord found) {
    if (!found.subject().canBeLookedUp()) {
      leaveOut(found.subject(), "the provider's API cannot be asked about this id");
      return;
    }
    options.rateLimiter().acquire(1);
    try {
      Entry current = found;
      for (int attempt = 0; current instanceof LedgerRecord record; attempt++) {
        current = writtenOver(record);
        if (attempt == MAX_ATTEMPTS) {
          throw new LedgerUnavailableException(FailureCause.WRITE_RACES_LOST);
        }
      }
      summary = summary.sent(1).position(found.subject().text());
      if (found.state() == State.REFUNDED) {
        leaveOut(found.subject(), "the provider's API does not report refunds, ask the provider");
      }
    } catch (UnreadableRecordException newer) {
      skip(found.subject().text(), "a newer version of Rampline wrote the record");
    }
    options.listener().onProgress(summary);
  }

  /** Returns the entry to try again with; null if the check is scheduled. */
  private @Nullable Entry writtenOver(LedgerRecord record) {
    Instant now = options.clock().instant();
    Deadline deadline = Deadline.after(CALL_BUDGET, options.clock());
    return switch (ledger.write(record.withNextCheckAt(now, now), deadline)) {
      case WriteResult.Written() -> null;
      case WriteResult.Superseded(Entry newer) -> newer;
      case WriteResult.Contended() ->
          ledger.read(record.subject(), Consistency.STRONG, deadline).orElse(null);
    };
  }

  private void leaveOut(Subject subject, String reason) {
    summary = summary.leftOut(subject.text() + ": " + reason);
  }

  private void skip(String subject, String reason) {
    summary = summary.notSent(subject + ": " + reason);
  }
}
