package dev.rampline.cli.terminal;

/** Closes components when a signal stops this process. */
public final class ShutdownHooks {
  private volatile boolean shuttingDown;

  /** Registers a component to close. */
  public <T extends AutoCloseable> T closeOnExit(T component) {
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
  public boolean isShuttingDown() {
    return shuttingDown;
  }
}
