package dev.rampline.devkit.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.devkit.doctor.Examination;
import dev.rampline.devkit.doctor.Examination.Result;
import dev.rampline.devkit.doctor.Finding;
import dev.rampline.devkit.doctor.Finding.Doubtful;
import dev.rampline.devkit.doctor.Finding.Fine;
import dev.rampline.devkit.doctor.Finding.Skipped;
import dev.rampline.devkit.doctor.Finding.Wrong;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Prints what an examination has found. */
record DoctorReport(PrintWriter out) {
  /** As many as fit into 80 columns, set in by nine. */
  private static final Pattern LINE = Pattern.compile("(.{1,71})(?: +|$)|(\\S{72,})(?: +|$)");

  private static final String INDENT = " ".repeat(9);

  void print(Examination examination) {
    examination.results().forEach(this::print);
    Map<String, Long> counts =
        examination.results().stream()
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
    printSetIn(result.finding().what());
    remedy(result.finding()).ifPresent(remedy -> printSetIn("-> " + remedy));
  }

  private void printSetIn(String sentence) {
    LINE.matcher(sentence)
        .results()
        .forEach(line -> out.println(INDENT + line.group().stripTrailing()));
  }

  void printJson(Examination examination) {
    examination.results().forEach(result -> JsonLines.print(out, object(result)));
  }

  private static ObjectNode object(Result result) {
    ObjectNode object =
        JsonLines.object()
            .put("check", result.check())
            .put("grade", grade(result.finding()))
            .put("what", result.finding().what());
    remedy(result.finding()).ifPresent(remedy -> object.put("remedy", remedy));
    return object;
  }

  private static String grade(Finding finding) {
    return switch (finding) {
      case Fine fine -> "ok";
      case Doubtful doubtful -> "warn";
      case Wrong wrong -> "fail";
      case Skipped skipped -> "skipped";
    };
  }

  private static Optional<String> remedy(Finding finding) {
    return switch (finding) {
      case Doubtful doubtful -> Optional.of(doubtful.remedy());
      case Wrong wrong -> Optional.of(wrong.remedy());
      case Fine fine -> Optional.empty();
      case Skipped skipped -> Optional.empty();
    };
  }
}
