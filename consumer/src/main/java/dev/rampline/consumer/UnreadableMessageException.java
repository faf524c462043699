package dev.rampline.consumer;

/** A body that is no message of the schema; the text names a place in it and quotes nothing. */
public final class UnreadableMessageException extends RuntimeException {
  UnreadableMessageException(String reason) {
    super(reason);
  }
}
