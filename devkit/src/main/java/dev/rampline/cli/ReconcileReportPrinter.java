package dev.rampline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.reconcile.ReconciliationReport;
import dev.rampline.reconcile.RecoveredEvent;
import java.io.PrintWriter;

/** Prints what a run of the reconciliation came to. */
record ReconcileReportPrinter(PrintWriter out) {

  void print(ReconciliationReport report, boolean json) {
    if (json) {
      JsonLines.print(out, object(report));
    } else {
      printText(report);
    }
    out.flush();
  }

  private void printText(ReconciliationReport report) {
    for (RecoveredEvent repair : report.recovered()) {
      out.printf(
          "%-12s %-18s %s%n", repair.decision(), repair.state().text(), repair.subject().text());
    }
    out.printf(
        "looked at %d, repaired %d, conflicts settled %d, unknown to the provider %d, failed %d,"
            + " dropped %d%n",
        report.checked(),
        report.recovered().size(),
        report.conflictsResolved(),
        report.unknown(),
        report.failed(),
        report.abandoned());
    out.println("oldest order  " + (report.oldest() == null ? "-" : report.oldest()));
    out.println("list of orders  " + (report.scanCompleted() ? "read to its end" : "not finished"));
    if (report.stoppedBy() != null) {
      out.println("stopped by  " + report.stoppedBy());
    }
  }

  private static ObjectNode object(ReconciliationReport report) {
    ObjectNode object =
        JsonLines.object()
            .put("lookedAt", report.checked())
            .put("repaired", report.recovered().size())
            .put("conflictsSettled", report.conflictsResolved())
            .put("unknown", report.unknown())
            .put("failed", report.failed())
            .put("dropped", report.abandoned())
            .put("oldest", report.oldest() == null ? null : report.oldest().toString())
            .put("passCompleted", report.scanCompleted())
            .put("stoppedBy", report.stoppedBy());
    var repairs = object.putArray("repairs");
    for (RecoveredEvent repair : report.recovered()) {
      repairs
          .addObject()
          .put("subject", repair.subject().text())
          .put("decision", repair.decision())
          .put("state", repair.state().text());
    }
    return object;
  }
}
