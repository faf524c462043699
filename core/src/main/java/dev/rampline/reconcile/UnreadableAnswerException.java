package dev.rampline.reconcile;

/** The provider's API sent a response without the requested data. */
public final class UnreadableAnswerException extends RuntimeException {
  /**
   * @param message a fixed text without any part of the response
   */
  public UnreadableAnswerException(String message) {
    super(message);
  }
}
