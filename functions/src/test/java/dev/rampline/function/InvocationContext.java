package dev.rampline.function;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;

/** The context of an invocation with the request id {@code request-1} and that remaining time. */
public record InvocationContext(Duration remaining) implements Context {
  @Override
  public String getAwsRequestId() {
    return "request-1";
  }

  @Override
  public int getRemainingTimeInMillis() {
    return Math.toIntExact(remaining.toMillis());
  }

  @Override
  public String getLogGroupName() {
    throw unused();
  }

  @Override
  public String getLogStreamName() {
    throw unused();
  }

  @Override
  public String getFunctionName() {
    throw unused();
  }

  @Override
  public String getFunctionVersion() {
    throw unused();
  }

  @Override
  public String getInvokedFunctionArn() {
    throw unused();
  }

  @Override
  public CognitoIdentity getIdentity() {
    throw unused();
  }

  @Override
  public ClientContext getClientContext() {
    throw unused();
  }

  @Override
  public int getMemoryLimitInMB() {
    throw unused();
  }

  @Override
  public LambdaLogger getLogger() {
    throw unused();
  }

  private static UnsupportedOperationException unused() {
    return new UnsupportedOperationException("No function uses this");
  }
}
