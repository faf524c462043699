package dev.rampline.reconcile;

import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import org.jspecify.annotations.Nullable;

/**
 * A call to the provider's API ended without an answer because the caller's deadline left too
 * little time. This says nothing about the provider: the next run makes the call again.
 */
public final class OutOfTimeException extends ProviderUnavailableException {
  OutOfTimeException(@Nullable Throwable cause) {
    super(CallFailure.of(FailureCause.NO_TIME_LEFT), cause);
  }
}
