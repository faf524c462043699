package dev.rampline.devkit.recovery;

import java.time.InstantSource;
import java.util.Objects;

/**
 * What a run is bound to.
 *
 * @param environment what stands in the source of every message: two with one id have equal bytes
 * @param tempo of this run alone
 */
public record Terms(String environment, InstantSource clock, Tempo tempo, Operator operator) {
  /** Why a run ended that its operator ended. */
  static final String ENOUGH = "it was told to end";

  public Terms {
    Objects.requireNonNull(environment, "environment");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(tempo, "tempo");
    Objects.requireNonNull(operator, "operator");
  }
}
