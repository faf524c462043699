package dev.rampline.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Writes a report as one line of JSON. */
public final class ReportJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private ReportJson() {}

  /** Returns the report with all its findings. */
  public static String of(DemoReport report) {
    ObjectNode json =
        MAPPER
            .createObjectNode()
            .put("seed", report.seed())
            .put("scenarios", report.scenarios())
            .put("deliveries", report.webhooks().deliveries())
            .put("forgeries", report.webhooks().forgeries())
            .put("forgeriesRejected", report.webhooks().rejected())
            .put("messages", report.messages())
            .put("acceptedPerSecond", report.webhooks().acceptedPerSecond());
    json.putObject("responseMillis")
        .put("p50", report.webhooks().latencies().p50())
        .put("p99", report.webhooks().latencies().p99());
    put(json.putObject("firstReportedBy"), report.firstReporters().first());
    put(json.putObject("recoveredBy"), report.firstReporters().recovered());
    DemoFindings findings = report.findings();
    json.put("recordsCorrect", findings.right());
    put(json, "lost", findings.lost());
    put(json, "doubled", findings.doubled());
    put(json, "wrong", findings.wrong());
    put(json, "forgeriesAccepted", findings.accepted());
    return json.toString();
  }

  private static void put(ObjectNode json, Map<String, Long> counts) {
    counts.forEach(json::put);
  }

  private static void put(ObjectNode json, String name, List<String> findings) {
    findings.forEach(json.putArray(name)::add);
  }
}
