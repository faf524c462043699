package dev.rampline.cli.terminal;

import dev.rampline.adapter.failure.NetworkFaults;
import dev.rampline.failure.FailureCause;
import java.util.Objects;

/** Describes a failure in words, never by the name of a class. */
public final class FailureText {
  private FailureText() {}

  /** Returns the description of a network failure, and otherwise the message. */
  public static String of(Throwable failure) {
    return NetworkFaults.find(failure)
        .map(FailureCause::description)
        .orElseGet(() -> Objects.requireNonNullElse(failure.getMessage(), "unexpected error"));
  }
}
