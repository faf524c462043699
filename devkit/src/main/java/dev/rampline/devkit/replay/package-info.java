/** Sends captured requests again. */
@NullMarked
package dev.rampline.devkit.replay;

import org.jspecify.annotations.NullMarked;
