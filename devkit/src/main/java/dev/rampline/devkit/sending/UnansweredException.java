package dev.rampline.devkit.sending;

import java.net.URI;

/** Nobody answers there. */
public final class UnansweredException extends RuntimeException {
  public UnansweredException(URI target, Throwable cause) {
    super("Nothing answers at %s: is ./rampline dev running?".formatted(target), cause);
  }
}
