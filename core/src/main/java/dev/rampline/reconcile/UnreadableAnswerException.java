package dev.rampline.reconcile;

import dev.rampline.failure.CallFailure;

/** The provider's API sent a response without the requested data. */
public final class UnreadableAnswerException extends ProviderException {
  public UnreadableAnswerException(CallFailure failure) {
    super(failure, null);
  }
}
