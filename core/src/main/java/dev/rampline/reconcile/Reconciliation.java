package dev.rampline.reconcile;

import dev.rampline.failure.FailureCause;
import dev.rampline.ledger.Ledger;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.time.Deadline;
import java.time.InstantSource;
import java.util.function.BiConsumer;

/**
 * Recovers events that no other channel delivered ({@code docs/architecture.md#rest-api}): first an
 * order list scan, then the due checks. Concurrent runs are safe: every write is conditional, and a
 * run that finds another run ahead in the order list stops its scan.
 */
public final class Reconciliation {
  private final OrderListScan list;
  private final DueChecker due;

  public Reconciliation(
      ProviderLookup lookup, LedgerStores stores, LookbackWindow window, InstantSource clock) {
    this.list = new OrderListScan(lookup, stores.ledger(), stores.checkpoints(), window, clock);
    this.due = new DueChecker(lookup, stores.ledger(), stores.dueIndex(), clock);
  }

  /**
   * Runs until everything is checked or the deadline has passed. The next run continues. Does not
   * throw if the provider or a store is unavailable: the report contains the fault.
   */
  public ReconciliationReport run(Deadline deadline) {
    RunCounters counters = new RunCounters();
    // The first scan of a long list must not delay the due checks.
    Deadline scanDeadline = deadline.within(deadline.remaining().multipliedBy(2).dividedBy(3));
    attempt(RunPart.ORDER_LIST, counters, scanDeadline, list::run);
    attempt(RunPart.DUE_CHECKS, counters, deadline, due::run);
    return counters.report();
  }

  /** Runs a part; that its time is over is not a fault. */
  private static void attempt(
      RunPart part,
      RunCounters counters,
      Deadline deadline,
      BiConsumer<RunCounters, Deadline> task) {
    try {
      task.accept(counters, deadline);
    } catch (OutOfTimeException _) {
      // The next run continues.
    } catch (LedgerUnavailableException fault) {
      boolean isTimeOver =
          fault.failureCause() == FailureCause.NO_TIME_LEFT && deadline.hasPassed();
      if (!isTimeOver) {
        counters.countStop(StopReason.of(part, fault));
      }
    } catch (ProviderException fault) {
      counters.countStop(StopReason.of(part, fault));
    }
  }

  /**
   * The stores of the reconciliation.
   *
   * @param ledger all records
   * @param dueIndex the records with a scheduled due check
   * @param checkpoints the progress of the order list scan
   */
  public record LedgerStores(Ledger ledger, DueIndex dueIndex, ScanCheckpointStore checkpoints) {}
}
