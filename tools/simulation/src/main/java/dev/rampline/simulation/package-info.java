/** Simulation runs of the whole system, and the deliberate defects that validate them. */
@NullMarked
package dev.rampline.simulation;

import org.jspecify.annotations.NullMarked;
