package dev.rampline.simulation.cloud;

import dev.rampline.simulation.environment.SimulatedProcess;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** The errors of the AWS clients. */
final class AwsErrors implements SimulatedProcess.ServiceErrors {
  @Override
  public RuntimeException timeout() {
    return ApiCallTimeoutException.builder().message("No response").build();
  }

  @Override
  public RuntimeException throttling() {
    return AwsServiceException.builder()
        .statusCode(400)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
        .build();
  }
}
