package dev.rampline.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * The findings of a demo, each with its subject.
 *
 * @param right the number of correct records
 * @param lost events that are missing
 * @param doubled messages that were sent twice
 * @param wrong records and messages with wrong values
 * @param accepted forgeries and unverified events that were accepted
 */
public record DemoFindings(
    int right, List<String> lost, List<String> doubled, List<String> wrong, List<String> accepted) {
  public DemoFindings {
    lost = List.copyOf(lost);
    doubled = List.copyOf(doubled);
    wrong = List.copyOf(wrong);
    accepted = List.copyOf(accepted);
  }

  /** Returns the number of problems. */
  public int count() {
    return Stream.of(lost, doubled, wrong, accepted).mapToInt(List::size).sum();
  }

  /** Whether there are no findings. */
  public boolean hasNoProblems() {
    return count() == 0;
  }
}
