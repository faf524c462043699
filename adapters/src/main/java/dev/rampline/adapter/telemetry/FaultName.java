package dev.rampline.adapter.telemetry;

import dev.rampline.adapter.aws.AwsFaults;
import dev.rampline.adapter.failure.NetworkFaults;
import dev.rampline.failure.FailureCause;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.reconcile.ProviderException;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The name of a fault in log entries: the AWS error code, else the {@link FailureCause}, else (a
 * bug in Rampline) the class; never the message.
 */
public final class FaultName {
  private FaultName() {}

  /** Returns the fault's own name. */
  public static String of(Throwable fault) {
    return fault instanceof SdkException awsFault
        ? AwsFaults.name(awsFault)
        : fault.getClass().getName();
  }

  /** Returns the name of the root cause. */
  public static String ofRootCause(Throwable fault) {
    return NetworkFaults.chain(fault)
        .filter(AwsServiceException.class::isInstance)
        .findFirst()
        .map(FaultName::of)
        .or(() -> cause(fault).map(FailureCause::text))
        .orElseGet(() -> of(NetworkFaults.chain(fault).reduce(fault, (_, cause) -> cause)));
  }

  /** Returns the cause of a fault; {@link FailureCause#INTERNAL_ERROR} for a bug in Rampline. */
  public static FailureCause causeOf(Throwable fault) {
    return fault instanceof LedgerUnavailableException
        ? FailureCause.LEDGER_UNAVAILABLE
        : cause(fault).orElse(FailureCause.INTERNAL_ERROR);
  }

  private static Optional<FailureCause> cause(Throwable fault) {
    return switch (fault) {
      case ProviderException provider -> Optional.of(provider.failure().cause());
      case LedgerUnavailableException ledger ->
          NetworkFaults.find(fault).or(() -> Optional.of(ledger.failureCause()));
      default -> NetworkFaults.find(fault);
    };
  }
}
