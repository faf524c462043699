package dev.rampline.operations.recovery;

import dev.rampline.event.Subject;
import dev.rampline.ingest.Publisher;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import dev.rampline.ledger.UnreadableRecordException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Sends the messages of records as they are now. Consumers that have seen them know them by their
 * ids, so it may be done as often as one likes. Not thread-safe.
 */
public final class Republish {
  private final RecordReader records;
  private final RecordResender resender;
  private final RunOptions options;

  /** Reads and sends there. */
  public Republish(StoreClients site, RunOptions terms) {
    this.records = RecordReader.from(site);
    this.resender = new RecordResender(site, RunId.create(), terms);
    this.options = terms;
  }

  /** That of one subject. */
  public RecoverySummary sendSubject(Subject subject) {
    try {
      return records
          .find(subject.text())
          .map(this::send)
          .orElseGet(
              () -> RecoverySummary.EMPTY.notSent(subject + ": the ledger has nothing of it"));
    } catch (UnreadableRecordException newer) {
      return RecoverySummary.EMPTY.notSent(unreadable(subject.text()));
    } catch (SdkException fault) {
      return RecoverySummary.EMPTY.withStopReason(String.valueOf(fault.getMessage()));
    }
  }

  /**
   * Those of all that were written since then. What is written meanwhile may be among them or not:
   * its own send is under way.
   *
   * @param after the subject that an earlier run came to; null: from the beginning
   */
  public RecoverySummary sendSince(Instant begin, @Nullable String after) {
    RecoverySummary tally = RecoverySummary.EMPTY.position(after);
    try {
      String next = after;
      do {
        options.rateLimiter().acquire(1);
        RecordReader.Page page = records.pageAfter(next);
        next = page.next();
        tally = advance(sendPage(tally, page, begin), next);
      } while (next != null && tally.stopReason() == null);
      return tally;
    } catch (SdkException fault) {
      return tally.withStopReason(String.valueOf(fault.getMessage()));
    }
  }

  /** So that a fault tells where to go on even if there was nothing to send. */
  private RecoverySummary advance(RecoverySummary page, @Nullable String last) {
    RecoverySummary tally = last == null || page.stopReason() != null ? page : page.position(last);
    options.listener().onProgress(tally);
    return stopIfRequested(tally);
  }

  private RecoverySummary stopIfRequested(RecoverySummary tally) {
    return tally.stopReason() == null && options.listener().isStopRequested()
        ? tally.withStopReason(RunOptions.STOP_REQUESTED)
        : tally;
  }

  private RecoverySummary sendPage(RecoverySummary before, RecordReader.Page page, Instant begin) {
    RecoverySummary tally = before;
    for (String subject : page.unreadable()) {
      tally = tally.notSent(unreadable(subject));
    }
    List<LedgerRecord> wanted =
        page.records().stream()
            .filter(record -> !record.revision().updatedAt().isBefore(begin))
            .toList();
    for (int from = 0; from < wanted.size() && tally.stopReason() == null; ) {
      int to = Math.min(from + Publisher.MAX_BATCH, wanted.size());
      tally = stopIfRequested(send(tally, wanted.subList(from, to)));
      from = to;
    }
    return tally;
  }

  private RecoverySummary send(Entry entry) {
    return switch (entry) {
      case LedgerRecord record -> send(RecoverySummary.EMPTY, List.of(record));
      case Tombstone forgotten ->
          RecoverySummary.EMPTY.notSent(entry.subject() + ": it was forgotten");
    };
  }

  private RecoverySummary send(RecoverySummary before, List<LedgerRecord> batch) {
    options.rateLimiter().acquire(batch.size());
    List<Unsent> unsent = resender.send(batch);
    RecoverySummary tally = before.sent(batch.size() - unsent.size());
    for (Unsent one : unsent) {
      tally =
          one.permanent()
              ? tally.notSent(
                  "%s: the queue refuses it (%s)".formatted(one.message().id(), one.reason()))
              : tally.withStopReason(one.reason());
    }
    if (tally.stopReason() == null) {
      tally = tally.position(batch.getLast().subject().text());
    }
    options.listener().onProgress(tally);
    return tally;
  }

  private static String unreadable(String subject) {
    return subject + ": only newer code can read it";
  }
}
