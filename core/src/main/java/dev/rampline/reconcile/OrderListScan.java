package dev.rampline.reconcile;

import dev.rampline.decoding.OrdersPage;
import dev.rampline.ledger.Ledger;
import dev.rampline.time.Deadline;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the provider's order list, the last updated order first, back to where the last completed
 * scan began.
 *
 * <p>Rows move during a scan. An order that is updated moves to the front, where the next scan
 * finds it. A row that moves down over the edge of a page is read twice. A row that moves up is on
 * the page before, so that page is requested again; a row can also move up and down again between
 * these two requests, so the last page is requested once more after the page before it.
 *
 * <p>A provider without pages answers every page with the same rows: two equal comparisons in a row
 * end the scan. One alone could mean that a page of rows came or went meanwhile.
 *
 * <p>A provider whose orders have no update time never shows that the end is reached. A run reads
 * at most {@value #MAX_UNTIMED_PAGES} such pages, and the next run continues, so that a list of n
 * pages is read once in n / {@value #MAX_UNTIMED_PAGES} runs. A run that continues reads the first
 * page too, at its end: the last updates are there.
 */
final class OrderListScan {
  static final int MAX_UNTIMED_PAGES = 5;

  private final ProviderLookup lookup;
  private final Ledger ledger;
  private final ScanCheckpointStore checkpoints;
  private final LookbackWindow window;
  private final InstantSource clock;

  OrderListScan(
      ProviderLookup lookup,
      Ledger ledger,
      ScanCheckpointStore checkpoints,
      LookbackWindow window,
      InstantSource clock) {
    this.lookup = lookup;
    this.ledger = ledger;
    this.checkpoints = checkpoints;
    this.window = window;
    this.clock = clock;
  }

  void run(RunCounters counters, Deadline deadline) {
    ScanCheckpoint checkpoint = checkpoints.read(deadline);
    ScanProgress progress = checkpoint.currentOrNext(clock.instant(), window);
    ListRowProcessor rows = new ListRowProcessor(lookup, ledger, counters, progress.backfill());
    OrdersPage previous = null;
    int untimedPages = 0;
    boolean isContinued = progress.page() > 1;
    while (!deadline.hasPassed() && untimedPages < MAX_UNTIMED_PAGES) {
      OrdersPage page = lookup.page(progress.page(), progress.backfill(), deadline);
      boolean isEnd = readPage(page, previous, progress, rows, deadline);
      untimedPages += rows.lastUpdate(page.rows(), deadline).isEmpty() ? 1 : 0;
      previous = page;
      if (deadline.hasPassed()) {
        return;
      }
      ScanProgress next = progress.withNextPage();
      checkpoint = isEnd ? checkpoint.withCompleted(progress) : checkpoint.withProgress(next);
      boolean written = checkpoints.write(checkpoint, deadline);
      if (isEnd) {
        counters.markScanCompleted();
      }
      if (isEnd || !written) {
        return;
      }
      progress = next;
    }
    if (isContinued && !deadline.hasPassed()) {
      rows.process(lookup.page(1, progress.backfill(), deadline).rows(), deadline);
    }
  }

  private boolean readPage(
      OrdersPage page,
      @Nullable OrdersPage previous,
      ScanProgress progress,
      ListRowProcessor rows,
      Deadline deadline) {
    boolean isEnd = isEnd(page, progress, rows, deadline);
    if (progress.page() == 1) {
      return isEnd;
    }
    OrdersPage rereadPrevious = lookup.page(progress.page() - 1, progress.backfill(), deadline);
    rows.process(rereadPrevious.rows(), deadline);
    boolean isUnpaged =
        previous != null && previous.hasSameOrdersAs(page) && rereadPrevious.hasSameOrdersAs(page);
    return isUnpaged || (isEnd && isStillEnd(progress, rows, deadline));
  }

  /** Reads the rows of the page. Returns whether no later page can hold a row of this scan. */
  private static boolean isEnd(
      OrdersPage page, ScanProgress scan, ListRowProcessor rows, Deadline deadline) {
    rows.process(page.rows(), deadline);
    return page.isEmpty()
        || page.isLast()
        || rows.hasReached(page.rows(), scan.stopBefore(), deadline);
  }

  /** Requests the last page again: it may hold a row that was on the page before until now. */
  private boolean isStillEnd(ScanProgress scan, ListRowProcessor rows, Deadline deadline) {
    OrdersPage again = lookup.page(scan.page(), scan.backfill(), deadline);
    return isEnd(again, scan, rows, deadline);
  }
}
