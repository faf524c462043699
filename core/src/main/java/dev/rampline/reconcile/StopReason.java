package dev.rampline.reconcile;

import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import java.util.Objects;

/**
 * Why a part of a run stopped early.
 *
 * @param part the part that stopped
 * @param fault the exception that stopped it
 */
public record StopReason(RunPart part, CallFailure failure, RuntimeException fault) {
  public StopReason {
    Objects.requireNonNull(part, "part");
    Objects.requireNonNull(failure, "failure");
    Objects.requireNonNull(fault, "fault");
  }

  static StopReason of(RunPart part, RuntimeException fault) {
    return new StopReason(
        part,
        fault instanceof ProviderException provider
            ? provider.failure()
            : CallFailure.of(FailureCause.LEDGER_UNAVAILABLE),
        fault);
  }
}
