package dev.rampline.devkit.send;

import java.net.URI;

/** Nobody answers there. */
public final class ReceiverUnreachableException extends RuntimeException {
  public ReceiverUnreachableException(URI target, Throwable cause) {
    super("Nothing answers at %s: is ./rampline dev running?".formatted(target), cause);
  }
}
