/** The program that {@code ./rampline bench} starts. */
@NullMarked
package dev.rampline.benchmark.run;

import org.jspecify.annotations.NullMarked;
