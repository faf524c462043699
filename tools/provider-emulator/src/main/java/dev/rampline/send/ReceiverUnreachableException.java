package dev.rampline.send;

import java.net.URI;

/** The receiver does not respond. */
public final class ReceiverUnreachableException extends RuntimeException {
  public ReceiverUnreachableException(URI target, Throwable cause) {
    super("Cannot connect to %s. Start `./rampline dev` first.".formatted(target), cause);
  }
}
