/** Listens to what the inspector of a running stack tells. */
@NullMarked
package dev.rampline.devkit.listening;

import org.jspecify.annotations.NullMarked;
