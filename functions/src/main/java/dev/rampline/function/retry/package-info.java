/** The retry function: it ingests the events that the ledger could not take when they arrived. */
@NullMarked
package dev.rampline.function.retry;

import org.jspecify.annotations.NullMarked;
