/** The function on the spill: it takes in what the ledger could not take before. */
@NullMarked
package dev.rampline.function.spill;

import org.jspecify.annotations.NullMarked;
