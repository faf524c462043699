package dev.rampline.devkit.demo;

import org.jspecify.annotations.Nullable;

/**
 * What a demo is to do.
 *
 * @param orders how many stories are told
 * @param seed from which everything is drawn
 * @param sabotage what is broken on purpose; null: nothing
 */
public record DemoPlan(int orders, long seed, @Nullable Sabotage sabotage) {
  public DemoPlan {
    if (orders < 1) {
      throw new IllegalArgumentException("A demo tells at least one story");
    }
  }
}
