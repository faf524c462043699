package dev.rampline.cli;

/** Closes parts when a signal ends this process. */
final class ShutdownHooks {
  private volatile boolean shuttingDown;

  /** Closes that part too. */
  <T extends AutoCloseable> T closeOnExit(T part) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(part), "ending"));
    return part;
  }

  private void close(AutoCloseable part) {
    shuttingDown = true;
    try {
      part.close();
    } catch (Exception failure) {
      System.err.println("Not everything could be ended: " + failure.getMessage());
    }
  }

  /** Whether this process is about to end. */
  boolean isShuttingDown() {
    return shuttingDown;
  }
}
