package dev.rampline.bench.cloud;

import dev.rampline.bench.world.Instance;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** As the clients of AWS tell it. */
final class AwsRefusals implements Instance.Refusals {
  @Override
  public RuntimeException silence() {
    return ApiCallTimeoutException.builder().message("No answer").build();
  }

  @Override
  public RuntimeException throttling() {
    return AwsServiceException.builder()
        .statusCode(400)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
        .build();
  }
}
