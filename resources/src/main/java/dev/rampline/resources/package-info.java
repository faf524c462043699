/** The ledger's table, the queues, and all names, as {@code template.yaml} defines them. */
@NullMarked
package dev.rampline.resources;

import org.jspecify.annotations.NullMarked;
