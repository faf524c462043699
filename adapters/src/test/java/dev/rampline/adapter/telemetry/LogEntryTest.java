package dev.rampline.adapter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LogEntryTest {
  private static final Instant AT = Instant.ofEpochMilli(1_772_361_000_125L);

  @Test
  void entry_isALogEntryWithMetrics() {
    String json =
        new LogEntry("webhook", AT)
            .field("decision", "state-changed")
            .measure(Metric.LATENCY, 12)
            .count(Metric.EVENTS, 1)
            .measure(Metric.SIGNATURE_VALID, 1)
            .json();

    assertThat(json)
        .isEqualTo(
            """
            {"_aws":{"Timestamp":1772361000125,"CloudWatchMetrics":[\
            {"Namespace":"rampline","Dimensions":[["decision"],["function"]],\
            "Metrics":[{"Name":"events","Unit":"Count"}]},\
            {"Namespace":"rampline","Dimensions":[["function"]],\
            "Metrics":[{"Name":"signatureValid","Unit":"None"},\
            {"Name":"latency","Unit":"Milliseconds"}]}]},\
            "function":"webhook","decision":"state-changed",\
            "events":1,"signatureValid":1,"latency":12}""");
  }

  @Test
  void metrics_areInTheNamespaceOfTheInstallation() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);

    EventLog.of(stream, "staging").write(new LogEntry("relay", AT).count(Metric.FAULTS, 1));

    assertThat(written.toString(StandardCharsets.UTF_8))
        .contains("\"Namespace\":\"staging\"")
        .doesNotContain("rampline");
  }

  @Test
  void nullFieldsAndZeroCounts_areOmitted() {
    LogEntry entry = new LogEntry("relay", AT).field("requestId", null).count(Metric.FAULTS, 0);

    assertThat(entry.json())
        .isEqualTo(
            "{\"_aws\":{\"Timestamp\":1772361000125,\"CloudWatchMetrics\":[]},"
                + "\"function\":\"relay\"}");
  }

  @Test
  void subjectOfAnyCharacters_isOneAsciiLine() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    EventLog eventLog = EventLog.of(new PrintStream(written, true, StandardCharsets.UTF_8));

    eventLog.write(new LogEntry("webhook", AT).field("subject", "order/\"\\{}\r\n\u2028é"));

    assertThat(written.toString(StandardCharsets.UTF_8))
        .matches("\\p{ASCII}*")
        .endsWith("\"subject\":\"order/\\\"\\\\{}\\r\\n\\u2028\\u00E9\"}\n")
        .containsOnlyOnce("\n");
  }
}
