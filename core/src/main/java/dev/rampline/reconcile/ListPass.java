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
 * is why that is read again. A row can also move up and down again between these two requests, so
 * the last page is read once more after the page before it. A provider that knows no pages, and
 * answers all the same to each, has told everything with the first; it takes two comparisons to
 * tell it from one of which just a page of rows has come or gone meanwhile.
 */
final class ListPass {
  private final ReadBack readBack;
  private final Ledger ledger;
  private final PassLog log;
  private final Reach reach;
  private final InstantSource clock;

  ListPass(ReadBack readBack, Ledger ledger, PassLog log, Reach reach, InstantSource clock) {
    this.readBack = readBack;
    this.ledger = ledger;
    this.log = log;
    this.reach = reach;
    this.clock = clock;
  }

  void run(Tally tally, Deadline deadline) {
    Passes passes = log.read(deadline);
    Pass pass = passes.resumed(clock.instant(), reach);
    RowReader rows = new RowReader(readBack, ledger, tally, pass.backfill());
    OrdersPage earlier = null;
    while (!deadline.hasPassed()) {
      OrdersPage page = readBack.page(pass.page(), pass.backfill(), deadline);
      boolean ended = readPage(page, earlier, pass, rows, deadline);
      earlier = page;
      if (deadline.hasPassed()) {
        return;
      }
      Pass next = pass.atNextPage();
      passes = ended ? passes.ended(pass) : passes.underWay(next);
      boolean ours = log.write(passes, deadline);
      if (ended) {
        tally.completesPass();
      }
      if (ended || !ours) {
        return;
      }
      pass = next;
    }
  }

  private boolean readPage(
      OrdersPage page, @Nullable OrdersPage earlier, Pass pass, RowReader rows, Deadline deadline) {
    boolean ended = isEnd(page, pass, rows, deadline);
    if (pass.page() == 1) {
      return ended;
    }
    OrdersPage before = readBack.page(pass.page() - 1, pass.backfill(), deadline);
    rows.read(before.rows(), deadline);
    boolean everyPageIsTheSame =
        earlier != null && earlier.tellsTheSameAs(page) && before.tellsTheSameAs(page);
    return everyPageIsTheSame || (ended && isStillEnd(pass, rows, deadline));
  }

  /** Reads the rows of the page. Returns whether no later page can hold a row of this pass. */
  private static boolean isEnd(OrdersPage page, Pass pass, RowReader rows, Deadline deadline) {
    rows.read(page.rows(), deadline);
    return page.isEmpty() || page.isLast() || rows.reach(page.rows(), pass.until(), deadline);
  }

  /** Requests the last page again: it may hold a row that was on the page before until now. */
  private boolean isStillEnd(Pass pass, RowReader rows, Deadline deadline) {
    OrdersPage again = readBack.page(pass.page(), pass.backfill(), deadline);
    return isEnd(again, pass, rows, deadline);
  }
}
