package dev.rampline.operations.recovery;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.event.Subject;
import dev.rampline.ingest.Publisher;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import dev.rampline.ledger.UnreadableRecordException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Sends the current messages of records again. The messages keep their ids, so consumers recognize
 * duplicates and a run can be repeated. Not thread-safe.
 */
public final class Republish {
  /**
   * A write takes its time before it reaches the table, and clocks differ: records that were last
   * written up to this long before are sent too.
   */
  private static final Duration WRITE_MARGIN = Duration.ofMinutes(1);

  private final RecordReader records;
  private final RecordResender resender;
  private final RunOptions options;

  /** Creates a run on these stores. */
  public Republish(StoreClients clients, RunOptions options) {
    this.records = RecordReader.from(clients);
    this.resender = new RecordResender(clients, RunId.create(), options);
    this.options = options;
  }

  /** Sends the message of one subject. */
  public RecoverySummary sendSubject(Subject subject) {
    try {
      return records
          .find(subject.text())
          .map(this::send)
          .orElseGet(
              () ->
                  RecoverySummary.EMPTY.notSent(
                      subject.text() + ": the ledger has no record of it"));
    } catch (UnreadableRecordException newer) {
      return RecoverySummary.EMPTY.notSent(unreadable(subject.text()));
    } catch (SdkException fault) {
      return RecoverySummary.EMPTY.withStopReason(AwsFaults.description(fault));
    }
  }

  /**
   * Sends the messages of all records written since a time. It may or may not include records that
   * are written during the run, whose messages are sent anyway, and includes those that were last
   * written up to a minute before that time.
   *
   * @param after the last position of an earlier run; null to start at the beginning
   */
  public RecoverySummary sendSince(Instant begin, @Nullable String after) {
    RecoverySummary summary = RecoverySummary.EMPTY.position(after);
    try {
      String next = after;
      do {
        options.rateLimiter().acquire(1);
        RecordReader.Page page = records.pageAfter(next);
        next = page.next();
        summary = advance(sendPage(summary, page, begin), next);
      } while (next != null && summary.stopReason() == null);
      return summary;
    } catch (SdkException fault) {
      return summary.withStopReason(AwsFaults.description(fault));
    }
  }

  /** Sets the position even if the page had nothing to send. */
  private RecoverySummary advance(RecoverySummary page, @Nullable String last) {
    RecoverySummary summary =
        last == null || page.stopReason() != null ? page : page.position(last);
    options.listener().onProgress(summary);
    return stopIfRequested(summary);
  }

  private RecoverySummary stopIfRequested(RecoverySummary summary) {
    return summary.stopReason() == null && options.listener().isStopRequested()
        ? summary.withStopReason(RunOptions.STOP_REQUESTED)
        : summary;
  }

  private RecoverySummary sendPage(RecoverySummary before, RecordReader.Page page, Instant begin) {
    RecoverySummary summary = before;
    for (String subject : page.unreadable()) {
      summary = summary.notSent(unreadable(subject));
    }
    List<LedgerRecord> wanted =
        page.records().stream()
            .filter(record -> record.version() > 0)
            .filter(record -> !record.revision().updatedAt().plus(WRITE_MARGIN).isBefore(begin))
            .toList();
    for (int from = 0; from < wanted.size() && summary.stopReason() == null; ) {
      int to = Math.min(from + Publisher.MAX_BATCH, wanted.size());
      summary = stopIfRequested(send(summary, wanted.subList(from, to)));
      from = to;
    }
    return summary;
  }

  private RecoverySummary send(Entry entry) {
    return switch (entry) {
      case LedgerRecord record when record.version() == 0 ->
          RecoverySummary.EMPTY.notSent(entry.subject().text() + ": no event is about it");
      case LedgerRecord record -> send(RecoverySummary.EMPTY, List.of(record));
      case Tombstone _ -> RecoverySummary.EMPTY.notSent(entry.subject().text() + ": it was erased");
    };
  }

  private RecoverySummary send(RecoverySummary before, List<LedgerRecord> batch) {
    options.rateLimiter().acquire(batch.size());
    List<Unsent> unsent = resender.send(batch);
    RecoverySummary summary = before.sent(batch.size() - unsent.size());
    for (Unsent one : unsent) {
      summary =
          one.permanent()
              ? summary.notSent(
                  "%s: the queue rejected it (%s)".formatted(one.message().id(), one.reason()))
              : summary.withStopReason(one.reason());
    }
    if (summary.stopReason() == null) {
      summary = summary.position(batch.getLast().subject().text());
    }
    options.listener().onProgress(summary);
    return summary;
  }

  private static String unreadable(String subject) {
    return subject + ": a newer version of Rampline wrote the record";
  }
}
