/** One simulated life of the whole system, many of them, and the defects that prove their worth. */
@NullMarked
package dev.rampline.simulation;

import org.jspecify.annotations.NullMarked;
