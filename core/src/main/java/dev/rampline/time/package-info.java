/** Time as a port: deadlines and pauses that a test or a simulation can govern. */
@NullMarked
package dev.rampline.time;

import org.jspecify.annotations.NullMarked;
