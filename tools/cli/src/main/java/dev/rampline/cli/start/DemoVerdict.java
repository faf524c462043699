package dev.rampline.cli.start;

import dev.rampline.demo.DemoFault;
import dev.rampline.demo.DemoFindings;
import dev.rampline.demo.DemoPlan;
import dev.rampline.demo.DemoReport;
import org.jspecify.annotations.Nullable;

/** Says how a demo ended, and which command to run next. */
final class DemoVerdict {
  private static final String PASSED =
      """
      Passed: no event was lost, doubled or wrong, and no forgery was accepted.
      Next: ./rampline dev runs the same system with an inspector page.
      """;

  private DemoVerdict() {}

  static String of(DemoReport report, DemoPlan plan) {
    @Nullable DemoFault injected = plan.injectedFault();
    DemoFindings findings = report.findings();
    if (injected != null) {
      return findings.hasNoProblems()
          ? "The demo did not find the fault of --break %s.%n".formatted(injected)
          : """
            Failed, as it must: the demo found the fault of --break %s.
            Next: ./rampline demo runs without a fault.
            """
              .formatted(injected);
    }
    return findings.hasNoProblems()
        ? PASSED
        : """
          Failed: %d problems.
          Next: ./rampline demo --seed %d --orders %d repeats it.
          """
            .formatted(findings.count(), report.seed(), report.scenarios());
  }
}
