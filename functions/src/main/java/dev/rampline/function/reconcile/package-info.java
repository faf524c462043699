/** The function that fetches missed updates from the provider's API. */
@NullMarked
package dev.rampline.function.reconcile;

import org.jspecify.annotations.NullMarked;
