/** The consumer module behind all that it consumes from. */
@NullMarked
package dev.rampline.consuming;

import org.jspecify.annotations.NullMarked;
