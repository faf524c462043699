package dev.rampline.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link CoreBenchmark} and compares it with java-jwt. The benchmarks run in other processes
 * with this process's class path, so that another build of {@code core} can be measured by putting
 * it first there.
 */
public final class CoreComparison {
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final String BASELINE = "JavaJwt";

  private CoreComparison() {}

  /**
   * Measures every benchmark of {@link CoreBenchmark}, compiled by C1 as in Lambda, and returns the
   * median of several rounds. A round takes a minute and a half. What else the machine does
   * meanwhile changes from round to round, and so concerns all benchmarks.
   */
  public static List<Measurement> measure(int rounds) throws RunnerException {
    Map<String, List<Measurement>> all = new TreeMap<>();
    for (int round = 0; round < rounds; round++) {
      for (Measurement measurement : measure()) {
        all.computeIfAbsent(measurement.name(), _ -> new ArrayList<>()).add(measurement);
      }
    }
    return all.values().stream().map(CoreComparison::median).toList();
  }

  private static List<Measurement> measure() throws RunnerException {
    Runner runner =
        new Runner(
            new OptionsBuilder()
                .include("\\." + CoreBenchmark.class.getSimpleName() + "\\.")
                .forks(1)
                .warmupIterations(10)
                .warmupTime(TimeValue.milliseconds(200))
                .measurementIterations(20)
                .measurementTime(TimeValue.milliseconds(200))
                .jvmArgs(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx512m",
                    "--sun-misc-unsafe-memory-access=allow")
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build());
    return runner.run().stream().map(CoreComparison::measurement).toList();
  }

  private static Measurement measurement(RunResult result) {
    Result<?> time = result.getPrimaryResult();
    Result<?> allocated = Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED));
    return new Measurement(
        time.getLabel(), time.getStatistics().getPercentile(50), allocated.getScore());
  }

  private static Measurement median(List<Measurement> rounds) {
    return rounds.stream()
        .sorted(Comparator.comparingDouble(Measurement::nanoseconds))
        .toList()
        .get(rounds.size() / 2);
  }

  /** Prints the measurements and their ratios to java-jwt. The argument is the number of rounds. */
  public static void main(String... arguments) throws RunnerException {
    List<Measurement> measurements =
        measure(arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]));
    System.out.printf(
        Locale.ROOT, "%-20s %10s %8s %10s %8s%n", "benchmark", "ns", "/jwt", "bytes", "/jwt");
    for (Measurement measurement : measurements) {
      Measurement baseline = baseline(measurements, measurement.name());
      System.out.printf(
          Locale.ROOT,
          "%-20s %10.0f %8.2f %10.0f %8.2f%n",
          measurement.name(),
          measurement.nanoseconds(),
          measurement.nanoseconds() / baseline.nanoseconds(),
          measurement.bytes(),
          measurement.bytes() / baseline.bytes());
    }
  }

  /** Returns the measurement of java-jwt on the same token, which has the longest common name. */
  private static Measurement baseline(List<Measurement> measurements, String name) {
    return measurements.stream()
        .filter(
            measurement ->
                measurement.name().endsWith(BASELINE)
                    && name.startsWith(measurement.name().replace(BASELINE, "")))
        .findFirst()
        .orElseThrow();
  }
}
