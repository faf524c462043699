package dev.rampline.simulation.environment;

/**
 * What everything simulated shares.
 *
 * @param clock the true time
 * @param random all randomness
 * @param faults what goes wrong
 * @param trace what happened
 */
public record SimulationEnvironment(
    SimulatedClock clock, SimulationRandom random, FaultInjector faults, Trace trace) {}
