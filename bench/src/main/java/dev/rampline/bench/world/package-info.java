/** Simulated time, chance, faults and processes: what every simulated thing lives in. */
@NullMarked
package dev.rampline.bench.world;

import org.jspecify.annotations.NullMarked;
