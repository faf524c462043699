/** Reads the event stream of a running stack's inspector. */
@NullMarked
package dev.rampline.devkit.listen;

import org.jspecify.annotations.NullMarked;
