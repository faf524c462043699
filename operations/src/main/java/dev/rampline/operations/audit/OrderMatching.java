package dev.rampline.operations.audit;

import dev.rampline.event.Field;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Matches rows with orders by the provider's id, the rest by the partner's, and compares each pair.
 * At the end it compares the orders that no row names and that belong into the file. Closing it
 * deletes its temporary files. Not thread-safe.
 */
final class OrderMatching implements AutoCloseable {
  /** How many orders with one id are named. */
  private static final int MAX_NAMED = 3;

  private static final String LINE = "line";

  private final ExternalSorter byOrderId = new ExternalSorter();
  private final ExternalSorter byPartnerId = new ExternalSorter();
  private final ExternalSorter unlisted = new ExternalSorter();
  private final @Nullable AuditWindow given;
  private final Consumer<AuditFinding> findings;
  private @Nullable SourceCoverage coverage;
  private @Nullable AuditWindow matched;
  private long ledgerOrders;
  private long providerOrders;

  /**
   * Creates a matching without orders.
   *
   * @param given when the orders were created that the file must contain; null: between the first
   *     and the last that it has
   */
  OrderMatching(@Nullable AuditWindow given, Consumer<AuditFinding> findings) {
    this.given = given;
    this.findings = findings;
  }

  void add(AuditedOrder order) {
    boolean hasPartnerIdOnly = order.isRow() && order.field(Field.ORDER_ID) == null;
    (hasPartnerIdOnly ? byPartnerId : byOrderId).add(order);
  }

  /**
   * Compares all orders, once.
   *
   * @param hasPartnerIds whether rows may have the partner's id of an order
   * @param listCoverage what was read of the provider's list; null: it is not compared
   */
  void run(boolean hasPartnerIds, @Nullable SourceCoverage listCoverage) {
    coverage = listCoverage;
    matchByOrderId(hasPartnerIds);
    matchByPartnerId();
    compareUnlisted();
  }

  /** Returns when the orders were created that the file must contain; null if no row matched. */
  @Nullable AuditWindow window() {
    return given == null ? matched : given;
  }

  /** Returns the number of orders in the ledger. */
  long ledgerOrders() {
    return ledgerOrders;
  }

  /** Returns the number of orders in what was read of the provider's list. */
  long providerOrders() {
    return providerOrders;
  }

  @Override
  public void close() {
    byOrderId.close();
    byPartnerId.close();
    unlisted.close();
  }

  private void matchByOrderId(boolean hasPartnerIds) {
    OrderGroups groups = new OrderGroups(byOrderId.sorted());
    for (String key = groups.key(); key != null; key = groups.key()) {
      AuditedOrder row = firstRow(groups, key);
      KnownOrder known = groups.order(key);
      if (known != null) {
        ledgerOrders += known.ledger() == null ? 0 : 1;
        providerOrders += known.provider() == null ? 0 : 1;
        passOn(known, row, hasPartnerIds);
      }
      if (row != null && known != null) {
        compareMatched(row, known);
      } else if (row != null) {
        passOn(row);
      }
    }
  }

  /** A matched order is passed on too: further rows may name it by the partner's id. */
  private void passOn(KnownOrder known, @Nullable AuditedOrder row, boolean hasPartnerIds) {
    String partnerId = known.field(Field.PARTNER_ORDER_ID);
    if (hasPartnerIds && partnerId != null) {
      long line = row == null ? 0 : row.line();
      known.entries().map(it -> it.withKey(partnerId).withLine(line)).forEach(byPartnerId::add);
    } else if (row == null) {
      addUnlisted(known);
    }
  }

  private void passOn(AuditedOrder row) {
    String partnerId = row.field(Field.PARTNER_ORDER_ID);
    if (partnerId == null) {
      compare(row, KnownOrder.NONE);
    } else {
      byPartnerId.add(row.withKey(partnerId));
    }
  }

  private void matchByPartnerId() {
    OrderGroups groups = new OrderGroups(byPartnerId.sorted());
    for (String key = groups.key(); key != null; key = groups.key()) {
      AuditedOrder row = firstRow(groups, key);
      KnownOrder known = groups.order(key);
      if (row == null) {
        for (; known != null; known = groups.order(key)) {
          if (known.line() == 0) {
            addUnlisted(known);
          }
        }
      } else if (known == null) {
        compare(row, KnownOrder.NONE);
      } else {
        matchPartnerId(row, known, groups);
      }
    }
  }

  private void matchPartnerId(AuditedOrder row, KnownOrder known, OrderGroups groups) {
    KnownOrder other = groups.order(row.key());
    if (other != null) {
      StringBuilder ids = new StringBuilder(String.valueOf(known.orderId()));
      for (int count = 2; other != null; count++, other = groups.order(row.key())) {
        if (count <= MAX_NAMED) {
          ids.append(", ").append(other.orderId());
        } else if (count == MAX_NAMED + 1) {
          ids.append(", …");
        }
      }
      reportRow(FindingKind.AMBIGUOUS_ID, row, Field.ORDER_ID.text(), null, ids.toString());
    } else if (known.line() > 0) {
      reportDuplicate(row, known.line());
    } else {
      compareMatched(row, known);
    }
  }

  private void compareUnlisted() {
    AuditWindow window = window();
    OrderGroups groups = new OrderGroups(unlisted.sorted());
    for (String key = groups.key(); key != null && window != null; key = groups.key()) {
      KnownOrder known = groups.order(key);
      if (known != null && window.includes(known.createdAt())) {
        compare(null, known);
      }
    }
  }

  /** An erased order has no data that a file could miss. */
  private void addUnlisted(KnownOrder known) {
    if (!known.isErased() && (given == null || given.includes(known.createdAt()))) {
      known.entries().map(entry -> entry.withKey(entry.subject())).forEach(unlisted::add);
    }
  }

  private void compareMatched(AuditedOrder row, KnownOrder known) {
    Instant createdAt = known.createdAt();
    if (createdAt != null) {
      matched = AuditWindow.including(matched, createdAt);
    }
    compare(row, known);
  }

  private void compare(@Nullable AuditedOrder row, KnownOrder known) {
    new OrderComparison(row, known, coverage, findings).run();
  }

  /** Returns the first row with that key, and reports the others. */
  private @Nullable AuditedOrder firstRow(OrderGroups groups, String key) {
    AuditedOrder first = groups.row(key);
    if (first != null) {
      for (AuditedOrder row = groups.row(key); row != null; row = groups.row(key)) {
        reportDuplicate(row, first.line());
      }
    }
    return first;
  }

  private void reportDuplicate(AuditedOrder row, long firstLine) {
    reportRow(FindingKind.DUPLICATE_ROW, row, LINE, "first in line " + firstLine, null);
  }

  private void reportRow(
      FindingKind kind,
      AuditedOrder row,
      String field,
      @Nullable String file,
      @Nullable String ledger) {
    findings.accept(
        new AuditFinding(
            kind,
            row.shownId(Field.ORDER_ID),
            row.shownId(Field.PARTNER_ORDER_ID),
            row.line(),
            field,
            file,
            ledger,
            null));
  }
}
