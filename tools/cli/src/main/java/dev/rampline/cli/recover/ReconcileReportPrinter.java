package dev.rampline.cli.recover;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.failure.FailureCause;
import dev.rampline.reconcile.ReconciliationReport;
import dev.rampline.reconcile.ReconciliationReport.Count;
import dev.rampline.reconcile.RecoveredEvent;
import dev.rampline.reconcile.StopReason;
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
        "checked %d, recovered %d, confirmed %d, contradicted %d, conflicts resolved %d,"
            + " unknown to the provider %d, failed %d,"
            + " abandoned %d%n",
        report.count(Count.CHECKED),
        report.recovered().size(),
        report.count(Count.CONFIRMED),
        report.count(Count.DISAGREEMENT),
        report.count(Count.CONFLICT_RESOLVED),
        report.count(Count.UNKNOWN),
        report.failures().count(),
        report.count(Count.ABANDONED));
    out.println("oldest order  " + (report.oldest() == null ? "-" : report.oldest()));
    out.println("order list scan  " + (report.scanCompleted() ? "completed" : "not completed"));
    report
        .failures()
        .failedLookups()
        .forEach((cause, count) -> out.printf("failed %d: %s%n", count, cause.description()));
    report.failures().stops().stream()
        .map(
            stop ->
                "stopped by  %s: %s (%s)."
                    .formatted(stop.failure().cause().text(), sentence(stop), stop.part().text()))
        .distinct()
        .forEach(out::println);
    if (report.failures().isStopped()) {
      out.println("What to do: docs/runbook.md#rampline-reconcile-stopped");
    }
  }

  private static String sentence(StopReason stop) {
    String clause = stop.failure().description();
    return stop.failure().cause() == FailureCause.LEDGER_UNAVAILABLE
        ? "%s (%s)".formatted(clause, FaultName.ofRootCause(stop.fault()))
        : "the provider's API returned no data: " + clause;
  }

  private static ObjectNode object(ReconciliationReport report) {
    ObjectNode object =
        JsonLines.object()
            .put("checked", report.count(Count.CHECKED))
            .put("recovered", report.recovered().size())
            .put("conflictsResolved", report.count(Count.CONFLICT_RESOLVED))
            .put("confirmed", report.count(Count.CONFIRMED))
            .put("disagreements", report.count(Count.DISAGREEMENT))
            .put("unknown", report.count(Count.UNKNOWN))
            .put("failed", report.failures().count())
            .put("abandoned", report.count(Count.ABANDONED))
            .put("oldest", report.oldest() == null ? null : report.oldest().toString())
            .put("scanCompleted", report.scanCompleted())
            .put(
                "stoppedBy",
                report.failures().stops().stream()
                    .findFirst()
                    .map(stop -> stop.failure().cause().text())
                    .orElse(null));
    ObjectNode failures = object.putObject("failedLookups");
    report.failures().failedLookups().forEach((cause, count) -> failures.put(cause.text(), count));
    ArrayNode stops = object.putArray("stops");
    for (StopReason stop : report.failures().stops()) {
      stops
          .addObject()
          .put("part", stop.part().text())
          .put("cause", stop.failure().cause().text())
          .put("status", stop.failure().status())
          .put("fault", FaultName.ofRootCause(stop.fault()))
          .put("message", sentence(stop));
    }
    var recovered = object.putArray("recoveredEvents");
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
