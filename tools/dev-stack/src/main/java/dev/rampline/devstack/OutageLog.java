package dev.rampline.devstack;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.LogField;
import java.time.Instant;

/** Logs the first fault of each outage of a store that a driver polls. Not thread-safe. */
final class OutageLog implements OutageListener {
  private final String function;
  private final EventLog eventLog;
  private boolean isOutage;

  OutageLog(String function, EventLog eventLog) {
    this.function = function;
    this.eventLog = eventLog;
  }

  @Override
  public void success() {
    isOutage = false;
  }

  @Override
  public void failure(RuntimeException fault) {
    if (!isOutage) {
      isOutage = true;
      eventLog.write(
          new LogEntry(function, Instant.now())
              .field(LogField.FAULT, FaultName.ofRootCause(fault)));
    }
  }
}
