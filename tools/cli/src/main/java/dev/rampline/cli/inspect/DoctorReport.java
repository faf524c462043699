package dev.rampline.cli.inspect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.operations.doctor.CheckFinding;
import dev.rampline.operations.doctor.CheckFinding.Failed;
import dev.rampline.operations.doctor.CheckFinding.Passed;
import dev.rampline.operations.doctor.CheckFinding.Skipped;
import dev.rampline.operations.doctor.CheckFinding.Warning;
import dev.rampline.operations.doctor.DiagnosticReport;
import dev.rampline.operations.doctor.DiagnosticReport.Result;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Prints the findings of an installation check. */
record DoctorReport(PrintWriter out) {
  /** Matches as many words as fit into 80 columns with an indent of nine. */
  private static final Pattern WRAPPED_LINE =
      Pattern.compile("(.{1,71})(?: +|$)|(\\S{72,})(?: +|$)");

  private static final String INDENT = " ".repeat(9);

  void print(DiagnosticReport report) {
    report.results().forEach(this::print);
    Map<String, Long> counts =
        report.results().stream()
            .collect(
                Collectors.groupingBy(
                    result -> grade(result.finding()), TreeMap::new, Collectors.counting()));
    out.println();
    out.println(
        counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", ")));
    out.flush();
  }

  private void print(Result result) {
    out.printf("%-9s%s%n", grade(result.finding()), result.check());
    printIndented(result.finding().message());
    remedy(result.finding()).ifPresent(remedy -> printIndented("-> " + remedy));
  }

  private void printIndented(String sentence) {
    WRAPPED_LINE
        .matcher(sentence)
        .results()
        .forEach(line -> out.println(INDENT + line.group().stripTrailing()));
  }

  void printJson(DiagnosticReport report) {
    report.results().forEach(result -> JsonLines.print(out, object(result)));
  }

  private static ObjectNode object(Result result) {
    ObjectNode object =
        JsonLines.object()
            .put("check", result.check())
            .put("grade", grade(result.finding()))
            .put("message", result.finding().message());
    remedy(result.finding()).ifPresent(remedy -> object.put("remedy", remedy));
    return object;
  }

  private static String grade(CheckFinding finding) {
    return switch (finding) {
      case Passed passed -> "ok";
      case Warning warning -> "warn";
      case Failed failed -> "fail";
      case Skipped skipped -> "skipped";
    };
  }

  private static Optional<String> remedy(CheckFinding finding) {
    return switch (finding) {
      case Warning warning -> Optional.of(warning.remedy());
      case Failed failed -> Optional.of(failed.remedy());
      case Passed passed -> Optional.empty();
      case Skipped skipped -> Optional.empty();
    };
  }
}
