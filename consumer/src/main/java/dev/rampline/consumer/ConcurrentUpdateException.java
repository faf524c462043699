package dev.rampline.consumer;

/** Another consumer has followed the same subject meanwhile; the message will tell how far. */
public final class ConcurrentUpdateException extends RuntimeException {
  ConcurrentUpdateException(String subject) {
    super("Followed by another at the same time: " + subject);
  }
}
