package dev.rampline.benchmark.run;

import dev.rampline.benchmark.handler.HandlerBenchmarks;
import dev.rampline.benchmark.report.BenchmarkReport;
import dev.rampline.benchmark.report.BenchmarkResult;
import dev.rampline.benchmark.report.Machine;
import dev.rampline.benchmark.report.MarkdownReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs benchmarks and prints their figures. */
public final class Benchmarks {
  private static final int USAGE = 2;

  private Benchmarks() {}

  /**
   * Runs the benchmarks of the given names, or all, and exits. {@code --list} prints them; {@code
   * --report FOLDER} writes a report.
   */
  public static void main(String[] arguments) throws Exception {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) throws Exception {
    List<Benchmark> chosen = new ArrayList<>();
    Path folder = null;
    for (int index = 0; index < arguments.size(); index++) {
      String argument = arguments.get(index);
      if (argument.equals("--list")) {
        System.out.println(list());
        return 0;
      }
      if (argument.equals("--report") && index + 1 < arguments.size()) {
        folder = Path.of(arguments.get(++index));
      } else if (Benchmark.find(argument).isPresent()) {
        chosen.add(Benchmark.find(argument).get());
      } else {
        System.err.printf("Unknown benchmark %s. These exist:%n%s%n", argument, list());
        return USAGE;
      }
    }
    run(chosen.isEmpty() ? List.of(Benchmark.values()) : chosen, folder);
    return 0;
  }

  private static void run(List<Benchmark> benchmarks, @Nullable Path folder) throws Exception {
    Machine machine = Machine.current();
    List<BenchmarkResult> results = new ArrayList<>();
    try (HandlerBenchmarks handlers = new HandlerBenchmarks()) {
      for (Benchmark benchmark : benchmarks) {
        System.err.println("Measuring " + benchmark.text() + " …");
        BenchmarkResult result = benchmark.run(handlers);
        results.add(result);
        System.out.println(MarkdownReport.of(result));
      }
    }
    if (folder != null) {
      write(new BenchmarkReport(machine, results), folder);
    }
  }

  private static void write(BenchmarkReport report, Path folder) throws IOException {
    report.write(folder);
    System.out.println("The report is in " + folder.resolve("report.md"));
  }

  private static String list() {
    return Stream.of(Benchmark.values())
        .map(Benchmark::line)
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
