package dev.rampline.adapter.ozzobit;

import dev.rampline.failure.CallFailure;
import dev.rampline.failure.FailureCause;
import dev.rampline.json.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
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
    private static final Pattern ERROR_STATUS = Pattern.compile("[45]\\d\\d");
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    /** Creates a response; a 200 whose body is an error with a {@code statusCode} has that one. */
    static Complete of(int status, Optional<Json> json, Optional<Duration> retryAfter) {
      int effective = status == OK ? json.flatMap(Complete::errorStatus).orElse(OK) : status;
      return new Complete(effective, json, retryAfter);
    }

    private static Optional<Integer> errorStatus(Json json) {
      return json instanceof Json.Obj body
              && body.get("statusCode").orElse(null) instanceof Json.Num(String literal)
              && ERROR_STATUS.matcher(literal).matches()
          ? Optional.of(Integer.parseInt(literal))
          : Optional.empty();
    }

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
