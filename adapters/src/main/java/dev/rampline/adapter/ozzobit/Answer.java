package dev.rampline.adapter.ozzobit;

import dev.rampline.json.Json;
import java.time.Duration;
import java.util.Optional;

/** What came back for one request. */
sealed interface Answer {

  /**
   * A whole answer, of whatever status.
   *
   * @param json its body; empty: it is not JSON
   * @param retryAfter how long the provider asks to be left alone
   */
  record Whole(int status, Optional<Json> json, Optional<Duration> retryAfter) implements Answer {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    boolean mayPass() {
      return status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
    }
  }

  /** More than may be read. */
  record TooLarge(int status) implements Answer {}

  /** None in time. */
  record None() implements Answer {}
}
