package dev.rampline.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.reconcile.ReconciliationReport;
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
        report.checked(),
        report.recovered().size(),
        report.conflictsResolved(),
        report.unknown(),
        report.failed(),
        report.abandoned());
    out.println("oldest order  " + (report.oldest() == null ? "-" : report.oldest()));
    out.println("order list scan  " + (report.scanCompleted() ? "completed" : "not completed"));
    if (report.stoppedBy() != null) {
      out.println("stopped by  " + report.stoppedBy());
      out.println(remedy(report.stoppedBy()));
    }
  }

  private static String remedy(String fault) {
    if (fault.matches("(?s).* (401|403)|.*keys contain no.*")) {
      return "Check the keys and RAMPLINE_PROVIDER_AUTH.";
    }
    return fault.matches("(?s).*( [34]\\d\\d|not JSON|does not contain.*)")
        ? "Check the URL of the provider's API (--provider or RAMPLINE_PROVIDER_URL)."
        : "Run the command again later. It continues where it stopped.";
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
