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
 */
final class OrderListScan {
  private final ProviderLookup lookup;
  private final Ledger ledger;
  private final ScanCheckpointStore checkpoints;
  private final LookbackWindow window;
  private final InstantSource clock;

  OrderListScan(
      ProviderLookup readBack,
      Ledger ledger,
      ScanCheckpointStore log,
      LookbackWindow reach,
      InstantSource clock) {
    this.lookup = readBack;
    this.ledger = ledger;
    this.checkpoints = log;
    this.window = reach;
    this.clock = clock;
  }

  void run(RunCounters tally, Deadline deadline) {
    ScanCheckpoint passes = checkpoints.read(deadline);
    ScanProgress pass = passes.currentOrNext(clock.instant(), window);
    ListRowProcessor rows = new ListRowProcessor(lookup, ledger, tally, pass.backfill());
    OrdersPage earlier = null;
    while (!deadline.hasPassed()) {
      OrdersPage page = lookup.page(pass.page(), pass.backfill(), deadline);
      boolean ended = readPage(page, earlier, pass, rows, deadline);
      earlier = page;
      if (deadline.hasPassed()) {
        return;
      }
      ScanProgress next = pass.withNextPage();
      passes = ended ? passes.withCompleted(pass) : passes.withProgress(next);
      boolean ours = checkpoints.write(passes, deadline);
      if (ended) {
        tally.markScanCompleted();
      }
      if (ended || !ours) {
        return;
      }
      pass = next;
    }
  }

  private boolean readPage(
      OrdersPage page,
      @Nullable OrdersPage earlier,
      ScanProgress pass,
      ListRowProcessor rows,
      Deadline deadline) {
    boolean ended = isEnd(page, pass, rows, deadline);
    if (pass.page() == 1) {
      return ended;
    }
    OrdersPage before = lookup.page(pass.page() - 1, pass.backfill(), deadline);
    rows.process(before.rows(), deadline);
    boolean everyPageIsTheSame =
        earlier != null && earlier.hasSameOrdersAs(page) && before.hasSameOrdersAs(page);
    return everyPageIsTheSame || (ended && isStillEnd(pass, rows, deadline));
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
