package dev.rampline.failure;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a call failed.
 *
 * @param status the HTTP status of the response; null if there was none
 */
public record CallFailure(FailureCause cause, @Nullable Integer status) {
  public CallFailure {
    Objects.requireNonNull(cause, "cause");
  }

  /** Returns a failure without a response. */
  public static CallFailure of(FailureCause cause) {
    return new CallFailure(cause, null);
  }

  /** Returns the failure of a response with an HTTP status that does not bring what was asked. */
  public static CallFailure ofStatus(int status) {
    return new CallFailure(FailureCause.ofStatus(status), status);
  }

  /** Returns what happened, with the exact status, as a clause that a sentence can end with. */
  public String description() {
    return cause.isStatus() && status != null ? "HTTP status " + status : cause.description();
  }
}
