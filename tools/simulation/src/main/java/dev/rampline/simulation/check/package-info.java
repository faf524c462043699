/**
 * Checks invariants ({@code docs/architecture.md#how-it-is-tested}) from externally visible data
 * alone.
 */
@NullMarked
package dev.rampline.simulation.check;

import org.jspecify.annotations.NullMarked;
