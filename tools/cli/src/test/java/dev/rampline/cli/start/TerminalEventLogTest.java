package dev.rampline.cli.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.adapter.telemetry.LogEntry;
import dev.rampline.adapter.telemetry.Metric;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TerminalEventLogTest {
  private final StringWriter out = new StringWriter();
  private final TerminalEventLog log = new TerminalEventLog(new PrintWriter(out));

  @Test
  void runThatConfirmedStates_saysHowMany() {
    log.write(reconciliation().count(Metric.CONFIRMED, 2));

    assertThat(out.toString().strip()).endsWith("  reconcile  confirmed 2");
  }

  @Test
  void runWithoutNews_isNotShown() {
    log.write(reconciliation().count(Metric.CONFIRMED, 0).measure(Metric.CHECKED, 3));

    assertThat(out.toString()).isEmpty();
  }

  private static LogEntry reconciliation() {
    return new LogEntry("reconcile", Instant.EPOCH);
  }
}
