package dev.rampline.simulation.environment;

/**
 * The state that all simulated parts share.
 *
 * @param clock the true time
 * @param random the random generator
 * @param faults the fault injector
 * @param trace the steps so far
 */
public record SimulationEnvironment(
    SimulatedClock clock, SimulationRandom random, FaultInjector faults, Trace trace) {}
