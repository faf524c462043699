package dev.rampline.adapter.ozzobit;

import dev.rampline.json.Json;
import java.time.Duration;
import java.util.Optional;

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
  record TooLarge(int status) implements ProviderResponse {}

  /** No response: a connection error or a timeout. */
  record NoResponse() implements ProviderResponse {}
}
