/**
 * Answers questions about one order or customer: what the ledger and the provider's API say, how
 * they differ, and what waits in queues.
 */
@NullMarked
package dev.rampline.operations.lookup;

import org.jspecify.annotations.NullMarked;
