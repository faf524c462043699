package dev.rampline.operations.audit;

import java.util.function.Consumer;

/** Reads the orders of a source, in any order. It may read an order more than once. */
interface OrderReader {
  /** Reads the orders, and returns what was read. */
  SourceCoverage read(Consumer<AuditedOrder> orders);
}
