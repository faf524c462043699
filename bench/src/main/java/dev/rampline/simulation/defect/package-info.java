/** Deliberate defects: each has to be found, else the simulation proves nothing. */
@NullMarked
package dev.rampline.simulation.defect;

import org.jspecify.annotations.NullMarked;
