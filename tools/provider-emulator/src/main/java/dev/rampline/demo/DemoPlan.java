package dev.rampline.demo;

import dev.rampline.emulator.ChannelFaults;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a demo.
 *
 * @param orders the number of scenarios
 * @param seed the random seed
 * @param faults the faults of the provider's channels
 * @param injectedFault the fault to inject; null: none
 */
public record DemoPlan(
    int orders, long seed, ChannelFaults faults, @Nullable DemoFault injectedFault) {
  public DemoPlan {
    if (orders < 1) {
      throw new IllegalArgumentException("A demo needs at least one scenario");
    }
    Objects.requireNonNull(faults, "faults");
  }

  /** Whether the provider's API can be queried. */
  boolean isReconciliationEnabled() {
    return injectedFault != DemoFault.MISSING_LOOKUP;
  }

  /** The faults of the channels, including the injected fault. */
  public ChannelFaults allFaults() {
    return isReconciliationEnabled() ? faults : faults.with("api.drop", 100);
  }
}
