package dev.rampline.function;

import dev.rampline.adapter.telemetry.Journal;
import dev.rampline.rotation.Rotation;
import java.time.InstantSource;
import java.util.Objects;

/** What a function needs that renews the access token. */
public record Rotating(Rotation rotation, Journal journal, InstantSource clock) {
  public Rotating {
    Objects.requireNonNull(rotation, "rotation");
    Objects.requireNonNull(journal, "journal");
    Objects.requireNonNull(clock, "clock");
  }
}
