package dev.rampline.reconcile;

import dev.rampline.decoding.OrdersPage;
import dev.rampline.ledger.Ledger;
import dev.rampline.time.Deadline;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of orders, the last updated first, back to what the last completed pass has seen.
 * Rows move while it reads: a row that was updated moves to the front, and the next pass finds it
 * there; one that moves over the edge of a page is met twice, or stands on the page before, which
 * is why that is read again. A provider that knows no pages, and answers all the same to each, has
 * told everything with the first; it takes two comparisons to tell it from one of which just a page
 * of rows has come or gone meanwhile.
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
    rows.process(page.rows(), deadline);
    boolean ended =
        page.isEmpty()
            || page.isLast()
            || rows.hasReached(page.rows(), pass.stopBefore(), deadline);
    if (pass.page() == 1) {
      return ended;
    }
    OrdersPage before = lookup.page(pass.page() - 1, pass.backfill(), deadline);
    rows.process(before.rows(), deadline);
    boolean everyPageIsTheSame =
        earlier != null && earlier.hasSameOrdersAs(page) && before.hasSameOrdersAs(page);
    return ended || everyPageIsTheSame;
  }
}
