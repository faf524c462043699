/**
 * Reconciliation: fetches missed events from the provider's API ({@code
 * docs/architecture.md#rest-api}).
 */
@NullMarked
package dev.rampline.reconcile;

import org.jspecify.annotations.NullMarked;
