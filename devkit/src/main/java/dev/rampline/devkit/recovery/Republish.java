package dev.rampline.devkit.recovery;

import dev.rampline.ingest.Publisher;
import dev.rampline.ingest.Publisher.Unsent;
import dev.rampline.ledger.Entry;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.ledger.Tombstone;
import dev.rampline.ledger.UnreadableRecordException;
import dev.rampline.observation.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Sends the messages of records as they are now. Consumers that have seen them know them by their
 * ids, so it may be done as often as one likes. Not thread-safe.
 */
public final class Republish {
  private final Records records;
  private final Resending resending;
  private final Terms terms;

  /** Reads and sends there. */
  public Republish(Site site, Terms terms) {
    this.records = Records.at(site);
    this.resending = new Resending(site, Mark.fresh(), terms);
    this.terms = terms;
  }

  /** That of one subject. */
  public Tally of(Subject subject) {
    try {
      return records
          .of(subject.text())
          .map(this::send)
          .orElseGet(() -> Tally.NOTHING.left(subject + ": the ledger has nothing of it"));
    } catch (UnreadableRecordException newer) {
      return Tally.NOTHING.left(unreadable(subject.text()));
    } catch (SdkException fault) {
      return Tally.NOTHING.stopped(String.valueOf(fault.getMessage()));
    }
  }

  /**
   * Those of all that were written since then. What is written meanwhile may be among them or not:
   * its own send is under way.
   *
   * @param after the subject that an earlier run came to; null: from the beginning
   */
  public Tally since(Instant begin, @Nullable String after) {
    Tally tally = Tally.NOTHING.at(after);
    try {
      String next = after;
      do {
        terms.tempo().await(1);
        Records.Page page = records.after(next);
        next = page.next();
        tally = read(page(tally, page, begin), next);
      } while (next != null && tally.stoppedBy() == null);
      return tally;
    } catch (SdkException fault) {
      return tally.stopped(String.valueOf(fault.getMessage()));
    }
  }

  /** So that a fault tells where to go on even if there was nothing to send. */
  private Tally read(Tally page, @Nullable String last) {
    Tally tally = last == null || page.stoppedBy() != null ? page : page.at(last);
    terms.operator().hear(tally);
    return unlessEnough(tally);
  }

  private Tally unlessEnough(Tally tally) {
    return tally.stoppedBy() == null && terms.operator().hasEnough()
        ? tally.stopped(Terms.ENOUGH)
        : tally;
  }

  private Tally page(Tally before, Records.Page page, Instant begin) {
    Tally tally = before;
    for (String subject : page.unreadable()) {
      tally = tally.left(unreadable(subject));
    }
    List<LedgerRecord> wanted =
        page.records().stream()
            .filter(record -> !record.revision().updatedAt().isBefore(begin))
            .toList();
    for (int from = 0; from < wanted.size() && tally.stoppedBy() == null; ) {
      int to = Math.min(from + Publisher.MAX_BATCH, wanted.size());
      tally = unlessEnough(send(tally, wanted.subList(from, to)));
      from = to;
    }
    return tally;
  }

  private Tally send(Entry entry) {
    return switch (entry) {
      case LedgerRecord record -> send(Tally.NOTHING, List.of(record));
      case Tombstone forgotten -> Tally.NOTHING.left(entry.subject() + ": it was forgotten");
    };
  }

  private Tally send(Tally before, List<LedgerRecord> batch) {
    terms.tempo().await(batch.size());
    List<Unsent> unsent = resending.send(batch);
    Tally tally = before.sent(batch.size() - unsent.size());
    for (Unsent one : unsent) {
      tally =
          one.permanent()
              ? tally.left(
                  "%s: the queue refuses it (%s)".formatted(one.message().id(), one.reason()))
              : tally.stopped(one.reason());
    }
    if (tally.stoppedBy() == null) {
      tally = tally.at(batch.getLast().subject().text());
    }
    terms.operator().hear(tally);
    return tally;
  }

  private static String unreadable(String subject) {
    return subject + ": only newer code can read it";
  }
}
