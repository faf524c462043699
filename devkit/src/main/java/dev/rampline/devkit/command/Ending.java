package dev.rampline.devkit.command;

/** Closes parts when a signal ends this process. */
final class Ending {
  private volatile boolean underway;

  /** Closes that part too. */
  <T extends AutoCloseable> T with(T part) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(part), "ending"));
    return part;
  }

  private void end(AutoCloseable part) {
    underway = true;
    try {
      part.close();
    } catch (Exception failure) {
      System.err.println("Not everything could be ended: " + failure.getMessage());
    }
  }

  /** Whether this process is about to end. */
  boolean isUnderway() {
    return underway;
  }
}
