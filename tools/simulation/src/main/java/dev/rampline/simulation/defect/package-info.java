/** Deliberate defects that the simulation must find. */
@NullMarked
package dev.rampline.simulation.defect;

import org.jspecify.annotations.NullMarked;
