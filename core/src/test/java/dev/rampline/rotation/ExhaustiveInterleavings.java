package dev.rampline.rotation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tries every sequence of choices, depth first. */
final class ExhaustiveInterleavings implements InterleavedRuns.Choice {
  private final List<Integer> chosen = new ArrayList<>();
  private final List<Integer> bounds = new ArrayList<>();
  private int step;

  private ExhaustiveInterleavings() {}

  /** Returns the number of sequences. */
  static int of(Consumer<InterleavedRuns.Choice> trial) {
    ExhaustiveInterleavings order = new ExhaustiveInterleavings();
    int trials = 0;
    do {
      order.step = 0;
      trial.accept(order);
      trials++;
    } while (order.advance());
    return trials;
  }

  @Override
  public int below(int bound) {
    if (step == chosen.size()) {
      chosen.add(0);
      bounds.add(bound);
    }
    return chosen.get(step++);
  }

  private boolean advance() {
    while (!chosen.isEmpty()) {
      int next = chosen.removeLast() + 1;
      if (next < bounds.getLast()) {
        chosen.add(next);
        return true;
      }
      bounds.removeLast();
    }
    return false;
  }
}
