/** AWS as a function finds it when it rehearses, before Lambda takes its snapshot. */
@NullMarked
package dev.rampline.function.rehearsal;

import org.jspecify.annotations.NullMarked;
