/** Simulated time, randomness, faults and processes. */
@NullMarked
package dev.rampline.simulation.environment;

import org.jspecify.annotations.NullMarked;
