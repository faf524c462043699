/**
 * Compares a partner's own list of orders with the ledger and the provider's order list ({@code
 * docs/audit.md}). It only reads.
 */
@NullMarked
package dev.rampline.operations.audit;

import org.jspecify.annotations.NullMarked;
