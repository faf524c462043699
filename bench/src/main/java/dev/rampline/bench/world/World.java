package dev.rampline.bench.world;

/**
 * What everything simulated shares.
 *
 * @param timeline the true time
 * @param chance all randomness
 * @param faults what goes wrong
 * @param trace what happened
 */
public record World(Timeline timeline, Chance chance, Faults faults, Trace trace) {}
