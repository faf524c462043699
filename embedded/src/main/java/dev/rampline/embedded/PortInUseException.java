package dev.rampline.embedded;

import java.net.BindException;
import org.jspecify.annotations.Nullable;

/** Something else listens on the port that was asked for. */
public final class PortInUseException extends RuntimeException {
  private final int port;

  private PortInUseException(int port, Throwable cause) {
    super("Port " + port + " is in use", cause);
    this.port = port;
  }

  /** The port that was asked for. */
  public int port() {
    return port;
  }

  /** What a server's failure to start is called: this, if a bind failed somewhere in it. */
  public static RuntimeException wrap(int port, Exception failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new PortInUseException(port, failure);
      }
    }
    return new IllegalStateException("The store on port " + port + " does not start", failure);
  }
}
