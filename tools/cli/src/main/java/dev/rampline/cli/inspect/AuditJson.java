package dev.rampline.cli.inspect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.operations.audit.AuditFinding;
import dev.rampline.operations.audit.AuditSummary;
import dev.rampline.operations.audit.AuditWindow;
import dev.rampline.operations.audit.SourceCoverage;
import java.io.PrintWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Prints one line of JSON for each finding, and one for the summary. */
record AuditJson(PrintWriter out) implements AuditPrinter {
  @Override
  public void print(AuditFinding finding) {
    JsonLines.print(
        out,
        JsonLines.object()
            .put("finding", finding.kind().text())
            .put("orderId", finding.orderId())
            .put("partnerOrderId", finding.partnerOrderId())
            .put("line", finding.line() == 0 ? null : (Long) finding.line())
            .put("field", finding.field())
            .put("file", finding.file())
            .put("ledger", finding.ledger())
            .put("provider", finding.provider()));
  }

  @Override
  public void print(AuditSummary summary) {
    ObjectNode line = JsonLines.object();
    ObjectNode object =
        line.putObject("summary")
            .put("rows", summary.rows())
            .put("ledgerOrders", summary.ledgerOrders())
            .put(
                "providerOrders",
                summary.provider() == null ? null : (Long) summary.providerOrders());
    SourceCoverage provider = summary.provider();
    if (provider != null) {
      object
          .put("providerSince", text(provider.from()))
          .put("providerUnreadable", provider.unreadable())
          .put("providerStoppedBy", provider.stopReason());
    }
    ArrayNode compared = object.putArray("comparedColumns");
    summary.compared().forEach(column -> compared.add(column.text()));
    ArrayNode ignored = object.putArray("ignoredColumns");
    summary.ignored().forEach(ignored::add);
    AuditWindow window = summary.window();
    object
        .put("since", window == null ? null : text(window.since()))
        .put("until", window == null ? null : text(window.until()));
    ObjectNode differences = object.putObject("differences");
    summary.findings().forEach((kind, count) -> differences.put(kind.text(), count));
    JsonLines.print(out, line);
  }

  /** Returns null without a bound. */
  private static @Nullable String text(@Nullable Instant bound) {
    return bound == null || bound.equals(Instant.MIN) || bound.equals(Instant.MAX)
        ? null
        : bound.toString();
  }
}
