package dev.rampline.adapter.secretsmanager;

import java.util.concurrent.Semaphore;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Lets the calls of several threads follow upon each other, in any order. LocalStack moves a label
 * in two steps, and calls at the same moment may leave a secret without a current version; Secrets
 * Manager does it in one.
 */
final class OneCallAtATime implements ExecutionInterceptor {
  private final Semaphore turn = new Semaphore(1);

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    turn.acquireUninterruptibly();
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    turn.release();
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    turn.release();
  }
}
