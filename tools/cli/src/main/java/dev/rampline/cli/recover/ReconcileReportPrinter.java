package dev.rampline.cli.recover;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.adapter.telemetry.FaultName;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.failure.FailureCause;
import dev.rampline.reconcile.ReconciliationReport;
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
    report
        .failedLookups()
        .forEach((cause, count) -> out.printf("failed %d: %s%n", count, cause.description()));
    report.stops().stream()
        .map(stop -> "stopped by  %s: %s.".formatted(stop.failure().cause().text(), sentence(stop)))
        .distinct()
        .forEach(out::println);
    if (report.isStopped()) {
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
            .put("lookedAt", report.checked())
            .put("repaired", report.recovered().size())
            .put("conflictsSettled", report.conflictsResolved())
            .put("unknown", report.unknown())
            .put("failed", report.failed())
            .put("dropped", report.abandoned())
            .put("oldest", report.oldest() == null ? null : report.oldest().toString())
            .put("passCompleted", report.scanCompleted())
            .put(
                "stoppedBy",
                report.stops().stream()
                    .findFirst()
                    .map(stop -> stop.failure().cause().text())
                    .orElse(null));
    ObjectNode failures = object.putObject("failedLookups");
    report.failedLookups().forEach((cause, count) -> failures.put(cause.text(), count));
    ArrayNode stops = object.putArray("stops");
    for (StopReason stop : report.stops()) {
      stops
          .addObject()
          .put("cause", stop.failure().cause().text())
          .put("status", stop.failure().status())
          .put("fault", FaultName.ofRootCause(stop.fault()))
          .put("message", sentence(stop));
    }
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
