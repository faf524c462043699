package dev.rampline.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

class AwsFaultsTest {
  @ParameterizedTest
  @CsvSource({
    "400, ThrottlingException, true",
    "400, ProvisionedThroughputExceededException, true",
    "400, TransactionConflictException, true",
    "400, ReplicatedWriteConflictException, true",
    "429, Any, true",
    "408, Any, true",
    "500, Any, true",
    "599, Any, true",
    "499, Any, false",
    "400, ValidationException, false",
    "400, AccessDeniedException, false",
    "400, KMSDisabledException, false",
    "400, , false"
  })
  void fault_isTransient_ifARetryMaySucceed(
      int status, @Nullable String code, boolean isTransient) {
    assertThat(AwsFaults.isTransient(fault(status, code))).isEqualTo(isTransient);
  }

  @Test
  void faultWithoutResponse_isTransient() {
    assertThat(AwsFaults.isTransient(SdkClientException.create("canary"))).isTrue();
  }

  @Test
  void name_isTheCode_orTheCause_orTheClass() {
    assertThat(AwsFaults.name(fault(400, "AccessDeniedException")))
        .isEqualTo("AccessDeniedException");
    assertThat(AwsFaults.name(fault(400, null))).isEqualTo("AwsServiceException");
    assertThat(AwsFaults.name(SdkClientException.create("canary", new SocketTimeoutException())))
        .isEqualTo("timeout");
    assertThat(AwsFaults.name(SdkClientException.create("canary"))).isEqualTo("SdkClientException");
  }

  @Test
  void description_isTheServicesMessage_orTheCause() {
    assertThat(AwsFaults.description(fault(400, "AccessDeniedException"))).contains("refused");
    assertThat(
            AwsFaults.description(
                SdkClientException.create("canary", new SocketTimeoutException())))
        .isEqualTo("there was no response in time");
    assertThat(AwsFaults.description(SdkClientException.create("No region")))
        .isEqualTo("No region");
  }

  private static AwsServiceException fault(int status, @Nullable String code) {
    return AwsServiceException.builder()
        .statusCode(status)
        .message("refused")
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).errorMessage("refused").build())
        .build();
  }
}
