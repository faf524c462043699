package dev.rampline.devkit.emulator;

import java.util.List;

/**
 * Postings that keep their order.
 *
 * @param steps one after the other; those of one step are posted at once
 */
public record Lane(List<List<Posting>> steps) {
  public Lane {
    steps = steps.stream().map(List::copyOf).toList();
  }

  static Lane of(Posting posting) {
    return new Lane(List.of(List.of(posting)));
  }

  long postings() {
    return steps.stream().mapToLong(List::size).sum();
  }
}
