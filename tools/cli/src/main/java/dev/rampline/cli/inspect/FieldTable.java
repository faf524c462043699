package dev.rampline.cli.inspect;

import dev.rampline.cli.terminal.TextTable;
import dev.rampline.operations.lookup.ComparedField;
import dev.rampline.operations.lookup.ProviderAnswer;
import dev.rampline.operations.lookup.SubjectReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formats the state and the fields of a subject in the ledger and at the provider. */
final class FieldTable {
  private FieldTable() {}

  /** Returns one line for each field; none if neither has any. */
  static List<String> lines(SubjectReport report) {
    List<ComparedField> fields = report.fields();
    if (fields.isEmpty()) {
      return List.of();
    }
    boolean isAnswered = report.provider() instanceof ProviderAnswer.Known;
    TextTable table = new TextTable().row("field", "ledger", isAnswered ? "provider" : "");
    for (ComparedField field : fields) {
      table.row(
          field.name(),
          text(field.ledger()),
          isAnswered ? text(field.provider()) : "",
          field.differs() ? "different" : "");
    }
    return table.lines();
  }

  private static String text(@Nullable String value) {
    return value == null ? "-" : value;
  }
}
