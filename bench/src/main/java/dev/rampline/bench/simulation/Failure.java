package dev.rampline.bench.simulation;

import dev.rampline.bench.check.Findings.Finding;
import dev.rampline.bench.world.Trace.Step;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A seed that did not hold, as briefly as it can be told.
 *
 * @param seed that fails
 * @param findings what did not hold
 * @param trace what led there, of all that happened
 */
public record Failure(long seed, List<String> findings, List<String> trace) {
  private static final int MOST_FINDINGS = 5;
  private static final int LONGEST_FINDING = 300;

  static Failure of(Result shrunk) {
    Finding first = shrunk.findings().getFirst();
    return new Failure(
        shrunk.plan().seed(),
        shrunk.findings().stream().limit(MOST_FINDINGS).map(Failure::brief).toList(),
        shrunk.steps().stream()
            .filter(step -> concerns(step, first.subject()))
            .map(Step::toString)
            .toList());
  }

  /** What it says to people. */
  public String text() {
    return """
        Seed %d does not hold:
        %s
        What led there:
        %s
        """
        .formatted(seed, indented(findings), indented(trace));
  }

  private static boolean concerns(Step step, String subject) {
    return !subject.isEmpty() && (step.what().contains(subject) || step.what().equals("dies"));
  }

  private static String brief(Finding finding) {
    String text = finding.toString();
    return text.length() > LONGEST_FINDING ? text.substring(0, LONGEST_FINDING) + " …" : text;
  }

  private static String indented(List<String> lines) {
    return lines.stream().map("  "::concat).collect(Collectors.joining("\n"));
  }
}
