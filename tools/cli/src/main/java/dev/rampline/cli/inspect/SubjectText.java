package dev.rampline.cli.inspect;

import dev.rampline.cli.terminal.TextTable;
import dev.rampline.ledger.LedgerRecord;
import dev.rampline.operations.lookup.SubjectReport;
import dev.rampline.operations.lookup.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A report as text: the verdict, the subject, the timeline, the fields, and what waits in queues.
 * Times are in UTC, to the second.
 *
 * @param options the options with which commands select the same installation, after a space
 */
record SubjectText(SubjectReport report, Instant now, String options) {
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(new Verdict(report, now).text());
    addSection(
        lines,
        report.subject().text(),
        report.record().map(SubjectText::facts).orElseGet(List::of));
    if (!report.timeline().isEmpty()) {
      addSection(lines, "Timeline (UTC)", TimelineTable.lines(report.timeline()));
    }
    List<String> fields = FieldTable.lines(report);
    if (!fields.isEmpty()) {
      addSection(lines, "Ledger and provider", fields);
    }
    addSection(lines, "Queues", new QueueText(report.queues(), options).lines());
    return lines.stream().map(SubjectText::printable).toList();
  }

  private static void addSection(List<String> lines, String heading, List<String> content) {
    lines.add("");
    lines.add(heading);
    lines.addAll(content);
  }

  private static List<String> facts(LedgerRecord record) {
    TextTable table =
        new TextTable()
            .row("message", "%s/%d".formatted(record.subject().text(), record.version()))
            .row("last write", TimelineTable.dateAndTime(record.revision().updatedAt()));
    if (!record.fields().aliases().isEmpty()) {
      table.row("same customer", String.join(", ", record.fields().aliases()));
    }
    if (record.lastChange().trace() != null) {
      table.row("trace", Objects.requireNonNull(record.lastChange().trace()).traceId());
    }
    return table.lines();
  }

  /** Replaces control characters, so that the provider's text cannot move the cursor. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
