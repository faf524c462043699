/** AWS as a function finds it when it rehearses, before Lambda takes its snapshot. */
@NullMarked
package dev.rampline.function.priming;

import org.jspecify.annotations.NullMarked;
