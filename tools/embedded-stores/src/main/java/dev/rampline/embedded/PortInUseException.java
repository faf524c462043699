package dev.rampline.embedded;

import java.net.BindException;
import org.jspecify.annotations.Nullable;

/** Another process listens on the requested port. */
public final class PortInUseException extends RuntimeException {
  private final int port;

  private PortInUseException(int port, Throwable cause) {
    super("Port " + port + " is in use", cause);
    this.port = port;
  }

  /** The requested port. */
  public int port() {
    return port;
  }

  /** Wraps a server's failure to start. Returns this exception if the cause is a failed bind. */
  public static RuntimeException wrap(int port, Exception failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new PortInUseException(port, failure);
      }
    }
    return new IllegalStateException("Cannot start the store on port " + port, failure);
  }
}
