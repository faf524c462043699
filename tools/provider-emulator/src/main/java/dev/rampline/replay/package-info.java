/** Sends captured requests again. */
@NullMarked
package dev.rampline.replay;

import org.jspecify.annotations.NullMarked;
