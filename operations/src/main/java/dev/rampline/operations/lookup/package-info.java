/** Looks up an order in the ledger and in the provider's API. */
@NullMarked
package dev.rampline.operations.lookup;

import org.jspecify.annotations.NullMarked;
