package dev.rampline.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** A report for people: one table, then what was found. */
public final class ReportTable {
  private static final int MAX_LISTED = 10;

  private ReportTable() {}

  /** The table, and under it each finding by name. */
  public static String of(DemoReport report) {
    String rows =
        rows(report).entrySet().stream()
            .map(row -> String.format(Locale.ROOT, "  %-20s %s%n", row.getKey(), row.getValue()))
            .collect(Collectors.joining());
    DemoFindings findings = report.findings();
    return rows
        + listed("Lost", findings.lost())
        + listed("Doubled", findings.doubled())
        + listed("Wrong", findings.wrong())
        + listed("Forgeries accepted", findings.accepted());
  }

  private static Map<String, Object> rows(DemoReport report) {
    DemoFindings findings = report.findings();
    SequencedMap<String, Object> rows = new LinkedHashMap<>();
    rows.put("scenarios", report.scenarios());
    rows.put("deliveries", report.webhooks().deliveries());
    rows.put(
        "forgeries rejected", report.webhooks().rejected() + "/" + report.webhooks().forgeries());
    rows.put("first reported by", counts(report.firstReporters().first()));
    rows.put("recovered by", counts(report.firstReporters().recovered()));
    rows.put("records correct", findings.right() + "/" + report.scenarios());
    rows.put("messages", report.messages());
    rows.put("lost", findings.lost().size());
    rows.put("doubled", findings.doubled().size());
    rows.put("wrong", findings.wrong().size());
    rows.put("forgeries accepted", findings.accepted().size());
    rows.put("accepted/s", report.webhooks().acceptedPerSecond());
    rows.put("response time p50", report.webhooks().latencies().p50() + " ms");
    rows.put("response time p99", report.webhooks().latencies().p99() + " ms");
    return rows;
  }

  private static String counts(Map<String, Long> counts) {
    return counts.isEmpty()
        ? "-"
        : counts.entrySet().stream()
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining(", "));
  }

  private static String listed(String title, List<String> findings) {
    if (findings.isEmpty()) {
      return "";
    }
    String shown =
        findings.stream()
            .limit(MAX_LISTED)
            .map(finding -> "  " + finding + System.lineSeparator())
            .collect(Collectors.joining());
    int others = findings.size() - Math.min(MAX_LISTED, findings.size());
    String more = others == 0 ? "" : "  and " + others + " more" + System.lineSeparator();
    return System.lineSeparator() + title + ":" + System.lineSeparator() + shown + more;
  }
}
