package dev.rampline.cli;

/** Closes components when a signal stops this process. */
final class ShutdownHooks {
  private volatile boolean shuttingDown;

  /** Registers a component to close. */
  <T extends AutoCloseable> T closeOnExit(T component) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(component), "shutdown"));
    return component;
  }

  private void close(AutoCloseable component) {
    shuttingDown = true;
    try {
      component.close();
    } catch (Exception failure) {
      System.err.println("Shutdown incomplete: " + failure.getMessage());
    }
  }

  /** Whether this process is shutting down. */
  boolean isShuttingDown() {
    return shuttingDown;
  }
}
