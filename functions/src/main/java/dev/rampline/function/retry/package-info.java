/** The function on the retry queue: it takes in what the ledger could not take before. */
@NullMarked
package dev.rampline.function.retry;

import org.jspecify.annotations.NullMarked;
