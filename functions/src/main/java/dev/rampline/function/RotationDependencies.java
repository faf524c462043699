package dev.rampline.function;

import dev.rampline.adapter.telemetry.EventLog;
import dev.rampline.rotation.Rotation;
import java.time.InstantSource;
import java.util.Objects;

/** What the rotation function needs. */
public record RotationDependencies(Rotation rotation, EventLog eventLog, InstantSource clock) {
  public RotationDependencies {
    Objects.requireNonNull(rotation, "rotation");
    Objects.requireNonNull(eventLog, "eventLog");
    Objects.requireNonNull(clock, "clock");
  }
}
