package dev.rampline.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.util.List;

/** Checks a page with axe-core. */
public final class AccessibilityChecks {
  private AccessibilityChecks() {}

  /** Returns each violated rule with its elements. */
  public static List<String> violations(BrowserPage visit) {
    return new AxeBuilder(visit.page())
        .setLegacyMode(true).analyze().getViolations().stream()
            .map(AccessibilityChecks::describe)
            .toList();
  }

  private static String describe(Rule rule) {
    return "%s: %s"
        .formatted(
            rule.getHelp(),
            rule.getNodes().stream()
                .map(node -> node.getTarget() + " " + node.getFailureSummary())
                .toList());
  }
}
