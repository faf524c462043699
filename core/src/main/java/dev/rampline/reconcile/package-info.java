/** Asks the provider's API what the other channels may have lost (design §7). */
@NullMarked
package dev.rampline.reconcile;

import org.jspecify.annotations.NullMarked;
