package dev.rampline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.reconcile.ReconciliationReport;
import dev.rampline.reconcile.ReconciliationReport.Count;
import dev.rampline.reconcile.RecoveredEvent;
import java.io.PrintWriter;

/** Prints the results of a reconciliation run. */
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
    for (RecoveredEvent event : report.recovered()) {
      out.printf(
          "%-12s %-18s %s%n", event.decision(), event.state().text(), event.subject().text());
    }
    out.printf(
        "checked %d, recovered %d, conflicts resolved %d, unknown to the provider %d, failed %d,"
            + " abandoned %d%n",
        report.count(Count.CHECKED),
        report.recovered().size(),
        report.count(Count.CONFLICT_RESOLVED),
        report.count(Count.UNKNOWN),
        report.count(Count.FAILED),
        report.count(Count.ABANDONED));
    out.println("oldest order  " + (report.oldest() == null ? "-" : report.oldest()));
    out.println("order list scan  " + (report.scanCompleted() ? "completed" : "not completed"));
    if (report.stoppedBy() != null) {
      out.println("stopped by  " + report.stoppedBy());
    }
  }

  private static ObjectNode object(ReconciliationReport report) {
    ObjectNode object =
        JsonLines.object()
            .put("lookedAt", report.count(Count.CHECKED))
            .put("repaired", report.recovered().size())
            .put("conflictsSettled", report.count(Count.CONFLICT_RESOLVED))
            .put("unknown", report.count(Count.UNKNOWN))
            .put("failed", report.count(Count.FAILED))
            .put("dropped", report.count(Count.ABANDONED))
            .put("oldest", report.oldest() == null ? null : report.oldest().toString())
            .put("passCompleted", report.scanCompleted())
            .put("stoppedBy", report.stoppedBy());
    var recovered = object.putArray("repairs");
    for (RecoveredEvent event : report.recovered()) {
      recovered
          .addObject()
          .put("subject", event.subject().text())
          .put("decision", event.decision())
          .put("state", event.state().text());
    }
    return object;
  }
}
