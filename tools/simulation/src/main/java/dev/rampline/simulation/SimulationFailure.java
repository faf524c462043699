package dev.rampline.simulation;

import dev.rampline.simulation.check.InvariantViolations.InvariantViolation;
import dev.rampline.simulation.environment.Trace.Step;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A failed seed and a short description of the failure.
 *
 * @param seed the failing seed
 * @param findings the violations
 * @param trace the steps that led to them
 */
public record SimulationFailure(long seed, List<String> findings, List<String> trace) {
  private static final int MAX_FINDINGS = 5;
  private static final int MAX_FINDING_LENGTH = 300;

  static SimulationFailure of(SimulationResult shrunk) {
    InvariantViolation first = shrunk.findings().getFirst();
    return new SimulationFailure(
        shrunk.plan().seed(),
        shrunk.findings().stream().limit(MAX_FINDINGS).map(SimulationFailure::truncate).toList(),
        shrunk.steps().stream()
            .filter(step -> isAbout(step, first.subject()))
            .map(Step::toString)
            .toList());
  }

  /** The report for people. */
  public String text() {
    return """
        Seed %d failed:
        %s
        Steps:
        %s
        """
        .formatted(seed, indented(findings), indented(trace));
  }

  private static boolean isAbout(Step step, String subject) {
    return !subject.isEmpty() && (step.what().contains(subject) || step.what().equals("crashes"));
  }

  private static String truncate(InvariantViolation finding) {
    String text = finding.toString();
    return text.length() > MAX_FINDING_LENGTH ? text.substring(0, MAX_FINDING_LENGTH) + " …" : text;
  }

  private static String indented(List<String> lines) {
    return lines.stream().map("  "::concat).collect(Collectors.joining("\n"));
  }
}
