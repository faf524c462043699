package dev.rampline.benchmark.handler;

import dev.rampline.benchmark.report.Figure;
import java.util.List;
import org.HdrHistogram.Histogram;

/** The figures of recorded latencies. */
final class LatencyFigures {
  private static final double NANOS_PER_MILLI = 1e6;

  private LatencyFigures() {}

  static List<Figure> of(String situation, HandlerVariant variant, Histogram latencies) {
    return List.of(
        percentile(situation, variant, latencies, "p50", 50),
        percentile(situation, variant, latencies, "p99", 99),
        percentile(situation, variant, latencies, "p99.9", 99.9));
  }

  private static Figure percentile(
      String situation, HandlerVariant variant, Histogram latencies, String name, double percent) {
    return Figure.of(
        situation,
        variant.text(),
        name,
        "ms",
        latencies.getValueAtPercentile(percent) / NANOS_PER_MILLI);
  }
}
