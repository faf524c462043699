package dev.rampline.adapter.ozzobit;

import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import dev.rampline.json.Json;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The response to one request. */
sealed interface ProviderResponse {

  /**
   * A complete response with any status.
   *
   * @param json its body; empty if it is not JSON
   * @param retryAfter the provider's {@code Retry-After}
   */
  record Complete(int status, Optional<Json> json, Optional<Duration> retryAfter)
      implements ProviderResponse {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    boolean isTransient() {
      return status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
    }
  }

  /** The body exceeds the limit. */
  record TooLarge(int status) implements ProviderResponse {
    private static final int OK = 200;

    /** Returns the failure: another status than 200 says more than the size. */
    CallFailure failure() {
      return status == OK
          ? new CallFailure(FailureCause.RESPONSE_TOO_LARGE, status)
          : CallFailure.ofStatus(status);
    }
  }

  /**
   * No response: a connection error or a timeout.
   *
   * @param fault the exception; null if no request was sent
   */
  record NoResponse(FailureCause cause, @Nullable Throwable fault) implements ProviderResponse {}
}
