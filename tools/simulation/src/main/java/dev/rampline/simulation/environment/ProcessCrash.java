package dev.rampline.simulation.environment;

/** Stops a simulated process. No output of the process has an effect afterwards. */
public final class ProcessCrash extends Error {
  private static final long serialVersionUID = 1L;

  ProcessCrash() {
    super("The process has crashed", null, false, false);
  }
}
