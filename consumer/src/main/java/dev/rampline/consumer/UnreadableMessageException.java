package dev.rampline.consumer;

/** A message body is invalid. The text names the invalid member and quotes no data. */
public final class UnreadableMessageException extends RuntimeException {
  UnreadableMessageException(String reason) {
    super(reason);
  }
}
