/** Time as a port: deadlines, sleepers and schedulers that tests and the simulation control. */
@NullMarked
package dev.rampline.time;

import org.jspecify.annotations.NullMarked;
