/** The ledger's table and the queues, as {@code template.yaml} defines them. */
@NullMarked
package dev.rampline.resources;

import org.jspecify.annotations.NullMarked;
