package dev.rampline.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkReportTest {
  private static final BenchmarkResult RESULT =
      new BenchmarkResult(
          "handler",
          "One event",
          List.of(
              Figure.median("new", Figure.PRODUCTION, Figure.CPU, "ms", 0.5, 0.75, 4),
              Figure.of("new", Figure.PRODUCTION, Figure.CALLS, "", 2),
              Figure.of("new", "usual way", Figure.CPU, "ms", 1.5)));

  @TempDir private Path folder;

  @Test
  void report_hasEveryFigureAndItsRatio() throws Exception {
    write();

    assertThat(Files.readString(folder.resolve("report.md")))
        .contains("| new | CPU per event | 0.75 ms | 1.50 ms | 0.50 |")
        .contains("|  | AWS calls per event | 2.00 |  |  |")
        .contains(Runtime.version().toString());
    JsonNode json = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    assertThat(json.at("/machine/cores").asInt()).isPositive();
    assertThat(json.at("/benchmarks/handler/0/production/greatest").asDouble()).isEqualTo(4);
    assertThat(json.at("/benchmarks/handler/0/ratios/usual way").asDouble()).isEqualTo(0.5);
  }

  @Test
  void plot_isAnImageForLightAndDark() throws Exception {
    write();

    Path plot = folder.resolve(BenchmarkReport.PLOT);
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(plot.toFile())
                .getElementsByTagName("rect")
                .getLength())
        .as("two in the legend and two bars")
        .isEqualTo(4);
    assertThat(Files.readString(plot)).contains("prefers-color-scheme: dark");
  }

  private void write() throws Exception {
    new BenchmarkReport(Machine.current(), List.of(RESULT)).write(folder);
  }
}
