package dev.rampline.adapter.ozzobit;

import dev.rampline.json.Json;
import java.time.Duration;
import java.util.Optional;

/** What came back for one request. */
sealed interface ProviderResponse {

  /**
   * A whole answer, of whatever status.
   *
   * @param json its body; empty: it is not JSON
   * @param retryAfter how long the provider asks to be left alone
   */
  record Complete(int status, Optional<Json> json, Optional<Duration> retryAfter)
      implements ProviderResponse {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    boolean isTransient() {
      return status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
    }
  }

  /** More than may be read. */
  record TooLarge(int status) implements ProviderResponse {}

  /** None in time. */
  record NoResponse() implements ProviderResponse {}
}
