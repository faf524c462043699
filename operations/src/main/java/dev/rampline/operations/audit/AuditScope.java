package dev.rampline.operations.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an audit compares besides the rows of the file. Without both times, the file must contain
 * the orders that were created between the first and the last order that it has.
 *
 * @param since the file must contain the orders created since this time; null: since the first
 * @param until the file must contain the orders created until this time; null: until now
 * @param withProvider whether to read the provider's order list, if its API is configured
 */
public record AuditScope(@Nullable Instant since, @Nullable Instant until, boolean withProvider) {
  /** Returns the window of these times; null without any. */
  @Nullable AuditWindow window(Instant now) {
    return since == null && until == null
        ? null
        : new AuditWindow(since == null ? Instant.MIN : since, until == null ? now : until);
  }
}
