package dev.rampline.operations.audit;

import dev.rampline.decoding.ApiResponseDecoder;
import dev.rampline.decoding.OrdersPage;
import dev.rampline.event.EventMetadata;
import dev.rampline.event.Field;
import dev.rampline.event.State;
import dev.rampline.event.VerifiedEvent;
import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import dev.rampline.json.Json;
import dev.rampline.reconcile.ProviderException;
import dev.rampline.reconcile.UnreadableAnswerException;
import dev.rampline.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the provider's order list once, the last created order first. New orders move the others to
 * later pages, so an order may be read twice, but none is missed. Not thread-safe.
 */
final class ProviderOrders implements OrderReader {
  /** The time for a page with all attempts. */
  private static final Duration PAGE_TIMEOUT = Duration.ofMinutes(1);

  /** So many pages with the same orders are one page of an API that knows no pages. */
  private static final int MAX_EQUAL_PAGES = 3;

  private final OrderList list;
  private final ApiResponseDecoder decoder;
  private final @Nullable Instant since;
  private final InstantSource clock;

  /** When the oldest order so far was created; null before the first. */
  private @Nullable Instant oldest;

  private boolean isSorted = true;
  private long unreadable;

  /**
   * Creates a reader.
   *
   * @param since only orders that were created since then are needed; null: all are
   */
  ProviderOrders(
      OrderList list, ApiResponseDecoder decoder, @Nullable Instant since, InstantSource clock) {
    this.list = list;
    this.decoder = decoder;
    this.since = since;
    this.clock = clock;
  }

  /** The provider's order list. */
  interface OrderList {
    /**
     * Returns a page, the last created order first.
     *
     * @param number 1 is the first page
     * @throws ProviderException if the API does not return it
     */
    Json page(int number, Deadline deadline);
  }

  @Override
  public SourceCoverage read(Consumer<AuditedOrder> orders) {
    OrdersPage previous = null;
    int equalPages = 1;
    for (int number = 1; ; number++) {
      OrdersPage page;
      try {
        page = page(number);
      } catch (ProviderException fault) {
        return new SourceCoverage(readSince(), unreadable, fault.failure().description());
      }
      page.rows().stream().map(ProviderOrders::order).forEach(orders);
      track(page);
      equalPages = previous != null && page.hasSameOrdersAs(previous) ? equalPages + 1 : 1;
      if (page.isEmpty() || page.isLast() || equalPages == MAX_EQUAL_PAGES) {
        return new SourceCoverage(null, unreadable, null);
      }
      if (since != null && !readSince().isAfter(since)) {
        return new SourceCoverage(since, unreadable, null);
      }
      previous = page;
    }
  }

  private OrdersPage page(int number) {
    Json response = list.page(number, Deadline.after(PAGE_TIMEOUT, clock));
    return decoder
        .orders(response, EventMetadata.ofListRow(clock.instant(), false))
        .orElseThrow(
            () -> new UnreadableAnswerException(CallFailure.of(FailureCause.RESPONSE_INCOMPLETE)));
  }

  /** Returns since when all orders were read, if the API sorts its list and says when. */
  private Instant readSince() {
    return isSorted && oldest != null ? oldest.plusNanos(1) : Instant.MAX;
  }

  /** Checks the order within a page only: a page may begin with rows of the page before. */
  private void track(OrdersPage page) {
    unreadable += page.omittedRows();
    Instant last = Instant.MAX;
    for (VerifiedEvent row : page.rows()) {
      Instant createdAt = createdAt(row);
      isSorted &= createdAt != null && !createdAt.isAfter(last);
      last = createdAt == null ? last : createdAt;
    }
    oldest = last.equals(Instant.MAX) ? oldest : last;
  }

  private static @Nullable Instant createdAt(VerifiedEvent row) {
    String createdAt = row.fields().values().get(Field.CREATED_AT.text());
    return createdAt == null ? null : Instant.parse(createdAt);
  }

  private static AuditedOrder order(VerifiedEvent row) {
    String subject = row.subject().text();
    State state = row.status().state();
    return new AuditedOrder(
        AuditSource.PROVIDER,
        subject,
        subject,
        0,
        // An undocumented status contradicts nothing.
        state == State.UNKNOWN ? null : state,
        AuditColumn.values(row.fields().values()),
        createdAt(row),
        Set.of());
  }
}
