package dev.rampline.adapter.telemetry;

import dev.rampline.observation.Channel;
import dev.rampline.reconcile.Repair;
import dev.rampline.reconcile.Report;
import java.time.Instant;

/** What is told of one subject that the reconciliation repaired. */
public final class RepairLine {
  private RepairLine() {}

  /** Writes one for each repair of a run. */
  public static void write(Report report, String function, Instant at, Journal journal) {
    report.repairs().forEach(repair -> journal.write(line(repair, new Line(function, at))));
  }

  private static Line line(Repair repair, Line line) {
    return line.tell("channel", Channel.API.text())
        .tell("subject", repair.subject().text())
        .tell("state", repair.state().text())
        .tell("decision", repair.decision());
  }
}
