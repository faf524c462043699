package dev.rampline.cli.inspect;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.rampline.json.DecimalParser;
import dev.rampline.operations.audit.AuditFinding;
import dev.rampline.operations.audit.AuditSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints findings as CSV, and the summary on the error stream. */
final class AuditCsv implements AuditPrinter {
  /** What begins a formula in a spreadsheet. */
  private static final String FORMULA = "=+-@\t\r";

  private final CsvWriter rows;
  private final PrintWriter err;

  AuditCsv(PrintWriter out, PrintWriter err) {
    this.rows = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    this.err = err;
    rows.writeRecord(
        "finding", "orderId", "partnerOrderId", "line", "field", "file", "ledger", "provider");
  }

  @Override
  public void print(AuditFinding finding) {
    rows.writeRecord(
        Stream.of(
                finding.kind().text(),
                finding.orderId(),
                finding.partnerOrderId(),
                finding.line() == 0 ? null : Long.toString(finding.line()),
                finding.field(),
                finding.file(),
                finding.ledger(),
                finding.provider())
            .map(AuditCsv::cell)
            .toList());
  }

  @Override
  public void print(AuditSummary summary) {
    try {
      rows.flush();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    AuditSummaryText.of(summary).forEach(err::println);
    err.flush();
  }

  /** A text that a spreadsheet would run as a formula gets an apostrophe; numbers do not. */
  private static String cell(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    boolean isFormula =
        FORMULA.indexOf(text.charAt(0)) >= 0 && DecimalParser.canonical(text).isEmpty();
    return isFormula ? "'" + text : text;
  }
}
