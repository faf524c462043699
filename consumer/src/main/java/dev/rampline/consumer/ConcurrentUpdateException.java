package dev.rampline.consumer;

/**
 * Another consumer handled the same subject at the same time. The message will be delivered again.
 */
public final class ConcurrentUpdateException extends RuntimeException {
  ConcurrentUpdateException() {
    super("Another consumer updated the subject");
  }
}
