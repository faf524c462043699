/** Reads the event stream of a running stack's inspector. */
@NullMarked
package dev.rampline.listen;

import org.jspecify.annotations.NullMarked;
