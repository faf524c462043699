package dev.rampline.reconcile;

/** The provider's API answered something that tells nothing of what it was asked for. */
public final class UnreadableAnswerException extends RuntimeException {
  /**
   * @param message in fixed words: nothing of the answer
   */
  public UnreadableAnswerException(String message) {
    super(message);
  }
}
