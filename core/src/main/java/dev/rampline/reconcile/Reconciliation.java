package dev.rampline.reconcile;

import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Finds in the provider's API what no other channel has told (design §7): first in the list of
 * orders, then subject by subject in what the ledger still wants to know. Two runs at once do no
 * harm: every write is conditional, and the one that finds the other ahead in the list leaves it to
 * it.
 */
public final class Reconciliation {
  private final OrderListScan list;
  private final DueChecker due;

  public Reconciliation(
      ProviderLookup readBack, LedgerStores books, LookbackWindow reach, InstantSource clock) {
    this.list = new OrderListScan(readBack, books.ledger(), books.checkpoints(), reach, clock);
    this.due = new DueChecker(readBack, books.ledger(), books.dueIndex(), clock);
  }

  /**
   * Runs until everything was looked at or no time is left. What was not done then, the next run
   * does. Never throws for a provider or a store that is down: the report says so.
   */
  public ReconciliationReport run(Deadline deadline) {
    RunCounters tally = new RunCounters();
    // A first pass over a long list must not keep what is due waiting.
    Deadline forTheList = deadline.within(deadline.remaining().multipliedBy(2).dividedBy(3));
    attempt(tally, counted -> list.run(counted, forTheList));
    attempt(tally, counted -> due.run(counted, deadline));
    return tally.report();
  }

  private static void attempt(RunCounters tally, Consumer<RunCounters> part) {
    try {
      part.accept(tally);
    } catch (ProviderUnavailableException
        | UnreadableAnswerException
        | LedgerUnavailableException fault) {
      tally.markStopped(fault);
    }
  }

  /**
   * What is known, and how far it was looked at.
   *
   * @param ledger every record
   * @param dueIndex which of them want a look
   * @param checkpoints how far the list of orders was read
   */
  public record LedgerStores(Ledger ledger, DueIndex dueIndex, ScanCheckpointStore checkpoints) {}
}
