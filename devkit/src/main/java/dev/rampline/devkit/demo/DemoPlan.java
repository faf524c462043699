package dev.rampline.devkit.demo;

import dev.rampline.emulator.ChannelFaults;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a demo is to do.
 *
 * @param orders how many stories are told
 * @param seed from which everything is drawn
 * @param faults how the provider's channels misbehave
 * @param sabotage what is broken on purpose; null: nothing
 */
public record DemoPlan(int orders, long seed, ChannelFaults faults, @Nullable DemoFault sabotage) {
  public DemoPlan {
    if (orders < 1) {
      throw new IllegalArgumentException("A demo tells at least one story");
    }
    Objects.requireNonNull(faults, "faults");
  }

  /** Whether the provider's API can be asked at all. */
  boolean isReconciliationEnabled() {
    return sabotage != DemoFault.MISSING_LOOKUP;
  }

  /** How the channels misbehave, what is broken on purpose included. */
  public ChannelFaults allFaults() {
    return isReconciliationEnabled() ? faults : faults.with("api.drop", 100);
  }
}
