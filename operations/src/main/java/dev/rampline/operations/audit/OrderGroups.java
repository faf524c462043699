package dev.rampline.operations.audit;

import java.util.Iterator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads sorted orders in groups of one key: first the rows of the file, then each known order. It
 * holds one entry of each source. Not thread-safe.
 */
final class OrderGroups {
  private final Iterator<AuditedOrder> sorted;
  private @Nullable AuditedOrder next;

  OrderGroups(Iterator<AuditedOrder> sorted) {
    this.sorted = sorted;
    advance();
  }

  /** Returns the key of the next entry; null after the last. */
  @Nullable String key() {
    return next == null ? null : next.key();
  }

  /** Returns the next row with that key; null if there is no other. */
  @Nullable AuditedOrder row(String key) {
    return take(entry -> entry.isRow() && entry.key().equals(key));
  }

  /** Returns the next order with that key; null if there is no other. */
  @Nullable KnownOrder order(String key) {
    AuditedOrder first = take(entry -> !entry.isRow() && entry.key().equals(key));
    if (first == null) {
      return null;
    }
    Predicate<AuditedOrder> isSame =
        entry -> entry.key().equals(key) && entry.subject().equals(first.subject());
    AuditedOrder ledger = first.source() == AuditSource.LEDGER ? first : null;
    AuditedOrder provider = ledger == null ? first : null;
    for (AuditedOrder entry = take(isSame); entry != null; entry = take(isSame)) {
      // The list may return an order twice.
      provider = provider == null && entry.source() == AuditSource.PROVIDER ? entry : provider;
    }
    return new KnownOrder(ledger, provider);
  }

  private @Nullable AuditedOrder take(Predicate<AuditedOrder> isWanted) {
    AuditedOrder entry = next;
    if (entry == null || !isWanted.test(entry)) {
      return null;
    }
    advance();
    return entry;
  }

  private void advance() {
    next = sorted.hasNext() ? sorted.next() : null;
  }
}
