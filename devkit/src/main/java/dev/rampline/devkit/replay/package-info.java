/** Sends again what was captured. */
@NullMarked
package dev.rampline.devkit.replay;

import org.jspecify.annotations.NullMarked;
