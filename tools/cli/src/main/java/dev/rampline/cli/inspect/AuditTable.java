package dev.rampline.cli.inspect;

import dev.rampline.cli.terminal.PrintableText;
import dev.rampline.operations.audit.AuditFinding;
import dev.rampline.operations.audit.AuditSummary;
import java.io.PrintWriter;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints findings as rows of a table. */
final class AuditTable implements AuditPrinter {
  private final PrintWriter out;
  private boolean hasHeader;

  AuditTable(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void print(AuditFinding finding) {
    if (!hasHeader) {
      print("FINDING", "ORDER", "LINE", "FIELD", "FILE", "LEDGER", "PROVIDER");
      hasHeader = true;
    }
    print(
        finding.kind().text(),
        finding.orderId() == null ? finding.partnerOrderId() : finding.orderId(),
        finding.line() == 0 ? null : Long.toString(finding.line()),
        finding.field(),
        finding.file(),
        finding.ledger(),
        finding.provider());
  }

  @Override
  public void print(AuditSummary summary) {
    if (hasHeader) {
      out.println();
    }
    AuditSummaryText.of(summary).forEach(out::println);
    out.flush();
  }

  private void print(@Nullable String... cells) {
    Object[] texts =
        Stream.of(cells).map(cell -> cell == null ? "-" : PrintableText.of(cell)).toArray();
    out.printf("%-22s  %-36s  %5s  %-14s  %-10s  %-10s  %s%n", texts);
  }
}
