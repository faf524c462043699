package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.reconcile.ReconciliationReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconcileReportPrinterTest {
  @Test
  void json_hasTheseMembers() throws IOException {
    ReconciliationReport report =
        new ReconciliationReport(3, List.of(), 0, 1, 0, 2, 0, 0, 4, null, null, true, null);
    StringWriter out = new StringWriter();

    new ReconcileReportPrinter(new PrintWriter(out)).print(report, true);

    assertThat(new JsonMapper().readTree(out.toString()).fieldNames())
        .toIterable()
        .containsExactly(
            "checked",
            "recovered",
            "conflictsSettled",
            "unknown",
            "failed",
            "abandoned",
            "oldest",
            "scanCompleted",
            "stoppedBy",
            "recoveredEvents");
  }
}
