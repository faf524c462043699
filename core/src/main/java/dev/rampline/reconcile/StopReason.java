package dev.rampline.reconcile;

import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import java.util.Objects;

/**
 * Why a part of a run stopped early.
 *
 * @param fault the exception that stopped it
 */
public record StopReason(CallFailure failure, RuntimeException fault) {
  public StopReason {
    Objects.requireNonNull(failure, "failure");
    Objects.requireNonNull(fault, "fault");
  }

  static StopReason of(RuntimeException fault) {
    return new StopReason(
        fault instanceof ProviderException provider
            ? provider.failure()
            : CallFailure.of(FailureCause.LEDGER_UNAVAILABLE),
        fault);
  }
}
