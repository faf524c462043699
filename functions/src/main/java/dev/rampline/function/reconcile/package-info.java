/** The function that asks the provider's API for what no other channel told. */
@NullMarked
package dev.rampline.function.reconcile;

import org.jspecify.annotations.NullMarked;
