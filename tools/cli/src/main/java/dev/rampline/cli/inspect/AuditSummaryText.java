package dev.rampline.cli.inspect;

import dev.rampline.cli.terminal.PrintableText;
import dev.rampline.operations.audit.AuditColumn;
import dev.rampline.operations.audit.AuditSummary;
import dev.rampline.operations.audit.AuditWindow;
import dev.rampline.operations.audit.SourceCoverage;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The summary of an audit in sentences. */
final class AuditSummaryText {
  private AuditSummaryText() {}

  /** Returns the lines. */
  static Stream<String> of(AuditSummary summary) {
    return Stream.of(
        "Rows: %d. Orders in the ledger: %d. Orders in the provider's list: %s."
            .formatted(summary.rows(), summary.ledgerOrders(), provider(summary)),
        "Columns compared: %s.%s".formatted(compared(summary), ignored(summary)),
        expected(summary.window()),
        differences(summary));
  }

  private static String provider(AuditSummary summary) {
    SourceCoverage coverage = summary.provider();
    if (coverage == null) {
      return "not compared";
    }
    StringBuilder text = new StringBuilder().append(summary.providerOrders());
    Instant from = coverage.from();
    if (from != null && from.isBefore(Instant.MAX)) {
      text.append(", created since ").append(from);
    }
    if (coverage.unreadable() > 0) {
      text.append(", and %d entries that are not orders".formatted(coverage.unreadable()));
    }
    if (coverage.stopReason() != null) {
      text.append("; the API did not return the rest: ").append(coverage.stopReason());
    }
    return text.toString();
  }

  private static String compared(AuditSummary summary) {
    return summary.compared().stream().map(AuditColumn::text).collect(Collectors.joining(", "));
  }

  private static String ignored(AuditSummary summary) {
    return summary.ignored().isEmpty()
        ? ""
        : summary.ignored().stream()
            .map(PrintableText::of)
            .collect(Collectors.joining(", ", " Ignored: ", "."));
  }

  private static String expected(@Nullable AuditWindow window) {
    if (window == null) {
      return "No row is about a known order, so orders that are not in the file were not looked for."
          + " Give --since or --until.";
    }
    return "Orders that the file must contain: created %suntil %s."
        .formatted(
            window.since().equals(Instant.MIN) ? "" : "since " + window.since() + " and ",
            window.until());
  }

  private static String differences(AuditSummary summary) {
    return summary.findings().isEmpty()
        ? "No differences."
        : summary.findings().entrySet().stream()
            .map(count -> "%s %d".formatted(count.getKey().text(), count.getValue()))
            .collect(Collectors.joining(", ", "Differences: ", "."));
  }
}
