package dev.rampline.consumer;

/**
 * Another consumer handled the same subject at the same time. The message will be delivered again.
 */
public final class ConcurrentUpdateException extends RuntimeException {
  ConcurrentUpdateException(String subject) {
    super("Another consumer updated the subject: " + subject);
  }
}
