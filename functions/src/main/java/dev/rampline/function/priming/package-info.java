/** In-memory AWS for SnapStart priming, before Lambda takes the snapshot. */
@NullMarked
package dev.rampline.function.priming;

import org.jspecify.annotations.NullMarked;
