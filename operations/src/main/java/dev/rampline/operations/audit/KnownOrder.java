package dev.rampline.operations.audit;

import dev.rampline.event.Field;
import dev.rampline.operations.audit.AuditedOrder.Mark;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One order in the ledger, in the provider's list, or in both. */
final class KnownOrder {
  /** An order that neither source has. */
  static final KnownOrder NONE = new KnownOrder(null, null);

  private static final String ORDER = "order/";

  private final @Nullable AuditedOrder ledger;
  private final @Nullable AuditedOrder provider;

  KnownOrder(@Nullable AuditedOrder ledger, @Nullable AuditedOrder provider) {
    this.ledger = ledger;
    this.provider = provider;
  }

  /** Returns the order in the ledger; null if the ledger does not have it. */
  @Nullable AuditedOrder ledger() {
    return ledger;
  }

  /** Returns the order in the provider's list; null if the list does not have it. */
  @Nullable AuditedOrder provider() {
    return provider;
  }

  /** Returns its entries in the two sources. */
  Stream<AuditedOrder> entries() {
    return Stream.of(ledger, provider).flatMap(Stream::ofNullable);
  }

  /** Returns the line of the row that it was matched with; 0 for none. */
  long line() {
    return entries().mapToLong(AuditedOrder::line).max().orElse(0);
  }

  /** Returns when it was created; null if unknown. */
  @Nullable Instant createdAt() {
    return entries()
        .flatMap(entry -> Stream.ofNullable(entry.createdAt()))
        .findFirst()
        .orElse(null);
  }

  /** Returns a field's value, the ledger's first. */
  @Nullable String field(Field field) {
    return entries()
        .flatMap(entry -> Stream.ofNullable(entry.field(field)))
        .findFirst()
        .orElse(null);
  }

  /**
   * Returns the provider's id, or else what stands for it in the subject; null if it is unknown.
   */
  @Nullable String orderId() {
    String id = field(Field.ORDER_ID);
    return id == null
        ? entries().findFirst().map(entry -> entry.subject().substring(ORDER.length())).orElse(null)
        : id;
  }

  boolean isErased() {
    return ledger != null && ledger.has(Mark.ERASED);
  }
}
