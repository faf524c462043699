package dev.rampline.simulation.cloud;

import dev.rampline.simulation.environment.SimulatedProcess;
import java.net.SocketTimeoutException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** The errors of the AWS clients. */
final class AwsErrors implements SimulatedProcess.ServiceErrors {
  @Override
  public RuntimeException timeout() {
    return SdkClientException.create("No response", new SocketTimeoutException());
  }

  @Override
  public RuntimeException throttling() {
    return AwsServiceException.builder()
        .statusCode(400)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
        .build();
  }
}
