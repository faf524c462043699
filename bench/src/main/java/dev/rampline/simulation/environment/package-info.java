/** Simulated time, chance, faults and processes: what every simulated thing lives in. */
@NullMarked
package dev.rampline.simulation.environment;

import org.jspecify.annotations.NullMarked;
