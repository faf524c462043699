/** Listens to what the inspector of a running stack tells. */
@NullMarked
package dev.rampline.devkit.listen;

import org.jspecify.annotations.NullMarked;
