package dev.rampline.devkit.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the demo found, each with the subject that it was found at.
 *
 * @param right how many records are just what is true
 * @param lost what was told and is missing
 * @param doubled what is there twice
 * @param wrong what differs from what is true
 * @param believed what nobody should have believed
 */
public record DemoFindings(
    int right, List<String> lost, List<String> doubled, List<String> wrong, List<String> believed) {
  public DemoFindings {
    lost = List.copyOf(lost);
    doubled = List.copyOf(doubled);
    wrong = List.copyOf(wrong);
    believed = List.copyOf(believed);
  }

  /** Whether all is as it should be. */
  public boolean hasNoProblems() {
    return Stream.of(lost, doubled, wrong, believed).allMatch(List::isEmpty);
  }
}
