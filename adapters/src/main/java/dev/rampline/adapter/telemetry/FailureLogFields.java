package dev.rampline.adapter.telemetry;

import dev.rampline.failure.CallFailure;
import org.jspecify.annotations.Nullable;

/** Adds the log fields of a failed call ({@code docs/metrics.md#failure-causes}). */
public final class FailureLogFields {
  private FailureLogFields() {}

  /** Adds the cause, the HTTP status and the name of the fault, as far as they are known. */
  public static LogEntry addTo(
      @Nullable CallFailure failure, @Nullable Throwable fault, LogEntry entry) {
    if (failure != null) {
      Integer status = failure.status();
      entry
          .field(LogField.CAUSE, failure.cause().text())
          .field(LogField.STATUS, status == null ? null : status.toString());
    }
    return entry.field(LogField.FAULT, fault == null ? null : FaultName.ofRootCause(fault));
  }
}
