package dev.rampline.adapter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import dev.rampline.ledger.LedgerUnavailableException;
import dev.rampline.reconcile.UnreadableAnswerException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

class FaultNameTest {
  private final AwsServiceException refused =
      AwsServiceException.builder()
          .awsErrorDetails(AwsErrorDetails.builder().errorCode("AccessDenied").build())
          .build();

  @Test
  void name_isTheErrorCode_orTheClass() {
    assertThat(FaultName.of(refused)).isEqualTo("AccessDenied");
    assertThat(FaultName.of(new IllegalStateException("canary")))
        .isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void rootCause_isTheErrorCode_orTheCause_orTheInnermostClass() {
    assertThat(FaultName.ofRootCause(new IllegalStateException(refused))).isEqualTo("AccessDenied");
    assertThat(FaultName.ofRootCause(new IllegalStateException(new SocketTimeoutException())))
        .isEqualTo("timeout");
    assertThat(FaultName.ofRootCause(new LedgerUnavailableException(FailureCause.NO_TIME_LEFT)))
        .isEqualTo("no-time-left");
    assertThat(FaultName.ofRootCause(new IllegalStateException(new NullPointerException("canary"))))
        .isEqualTo("java.lang.NullPointerException");
  }

  @Test
  void cause_isThatOfTheFailedCall_orABug() {
    assertThat(FaultName.causeOf(new LedgerUnavailableException("x", new SocketTimeoutException())))
        .isEqualTo(FailureCause.LEDGER_UNAVAILABLE);
    assertThat(FaultName.causeOf(new UnreadableAnswerException(CallFailure.ofStatus(403))))
        .isEqualTo(FailureCause.HTTP_FORBIDDEN);
    assertThat(FaultName.causeOf(new IllegalStateException(new SocketTimeoutException())))
        .isEqualTo(FailureCause.TIMEOUT);
    assertThat(FaultName.causeOf(new IllegalStateException()))
        .isEqualTo(FailureCause.INTERNAL_ERROR);
  }
}
