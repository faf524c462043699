/** The function on the ledger's stream: it sends what an inline send has missed. */
@NullMarked
package dev.rampline.function.relay;

import org.jspecify.annotations.NullMarked;
