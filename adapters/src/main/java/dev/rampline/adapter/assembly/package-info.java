/** Puts ports and use cases together in the one way that every process of Rampline has them. */
@NullMarked
package dev.rampline.adapter.assembly;

import org.jspecify.annotations.NullMarked;
