package dev.rampline.devkit.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.reconcile.Repair;
import dev.rampline.reconcile.Report;
import java.io.PrintWriter;

/** Prints what a run of the reconciliation came to. */
record ReconcileOutcome(PrintWriter out) {

  void print(Report report, boolean json) {
    if (json) {
      JsonLines.print(out, object(report));
    } else {
      printText(report);
    }
    out.flush();
  }

  private void printText(Report report) {
    for (Repair repair : report.repairs()) {
      out.printf(
          "%-12s %-18s %s%n", repair.decision(), repair.state().text(), repair.subject().text());
    }
    out.printf(
        "looked at %d, repaired %d, conflicts settled %d, unknown to the provider %d, failed %d,"
            + " dropped %d%n",
        report.lookedAt(),
        report.repairs().size(),
        report.conflictsSettled(),
        report.unknown(),
        report.failed(),
        report.dropped());
    out.println("oldest order  " + (report.oldest() == null ? "-" : report.oldest()));
    out.println("list of orders  " + (report.passCompleted() ? "read to its end" : "not finished"));
    if (report.stoppedBy() != null) {
      out.println("stopped by  " + report.stoppedBy());
    }
  }

  private static ObjectNode object(Report report) {
    ObjectNode object =
        JsonLines.object()
            .put("lookedAt", report.lookedAt())
            .put("repaired", report.repairs().size())
            .put("conflictsSettled", report.conflictsSettled())
            .put("unknown", report.unknown())
            .put("failed", report.failed())
            .put("dropped", report.dropped())
            .put("oldest", report.oldest() == null ? null : report.oldest().toString())
            .put("passCompleted", report.passCompleted())
            .put("stoppedBy", report.stoppedBy());
    var repairs = object.putArray("repairs");
    for (Repair repair : report.repairs()) {
      repairs
          .addObject()
          .put("subject", repair.subject().text())
          .put("decision", repair.decision())
          .put("state", repair.state().text());
    }
    return object;
  }
}
