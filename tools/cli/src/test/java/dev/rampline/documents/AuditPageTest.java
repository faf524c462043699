package dev.rampline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.operations.audit.AuditColumn;
import dev.rampline.operations.audit.FindingKind;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that the page lists what {@code ./rampline audit} reads and reports. */
class AuditPageTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`.*?) \\|");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  private final String page = Documents.text(Documents.ROOT.resolve("docs/audit.md"));

  @Test
  void columns_areListed() {
    assertThat(names("Columns"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(AuditColumn.values()).map(AuditColumn::text).toList());
  }

  @Test
  void differences_areListed() {
    assertThat(names("Differences"))
        .containsExactlyElementsOf(Stream.of(FindingKind.values()).map(FindingKind::text).toList());
  }

  @Test
  void sample_hasDocumentedColumns() {
    String header =
        Documents.text(Documents.ROOT.resolve("events/orders.csv")).lines().findFirst().orElse("");

    assertThat(names("Columns")).contains(header.split(",", -1));
  }

  /** Returns the names in the first column of the section's table. */
  private List<String> names(String section) {
    String text =
        page.replaceFirst("(?s).*\n## " + section + "\n", "").replaceFirst("(?s)\n## .*", "");
    return ROW.matcher(text)
        .results()
        .flatMap(row -> NAME.matcher(row.group(1)).results())
        .map(name -> name.group(1))
        .toList();
  }
}
