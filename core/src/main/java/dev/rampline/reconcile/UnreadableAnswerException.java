package dev.rampline.reconcile;

import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;

/** The provider's API sent a response without the requested data. */
public final class UnreadableAnswerException extends ProviderException {
  private static final int REQUEST_TIMEOUT = 408;

  public UnreadableAnswerException(CallFailure failure) {
    super(failure, null);
  }

  /** Returns whether the API refused the request as invalid, and so the id, its only variable. */
  public boolean isRefusalOfTheId() {
    Integer status = failure().status();
    return failure().cause() == FailureCause.HTTP_CLIENT_ERROR
        && status != null
        && status != REQUEST_TIMEOUT;
  }
}
