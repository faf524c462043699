package dev.rampline.adapter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Records every sent request, including retries. */
final class CallCounter implements ExecutionInterceptor {
  private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  @Override
  public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes call) {
    calls.add(call.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
  }

  /** Adds this counter to a client's settings. */
  <B extends AwsClientBuilder<B, ?>> B counted(B builder) {
    return builder.overrideConfiguration(
        builder.overrideConfiguration().toBuilder().addExecutionInterceptor(this).build());
  }

  /** Returns the requests during an action. */
  List<String> during(Runnable work) {
    calls.clear();
    work.run();
    return List.copyOf(calls);
  }
}
