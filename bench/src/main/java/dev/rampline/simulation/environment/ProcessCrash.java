package dev.rampline.simulation.environment;

/** The end of a process. Whatever the code makes of it, nobody hears of the process again. */
public final class ProcessCrash extends Error {
  private static final long serialVersionUID = 1L;

  ProcessCrash() {
    super("The process is dead", null, false, false);
  }
}
