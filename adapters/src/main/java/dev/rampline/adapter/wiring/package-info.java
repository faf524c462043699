/** Puts ports and use cases together in the one way that every process of Rampline has them. */
@NullMarked
package dev.rampline.adapter.wiring;

import org.jspecify.annotations.NullMarked;
