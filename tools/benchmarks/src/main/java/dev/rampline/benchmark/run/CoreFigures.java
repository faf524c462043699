package dev.rampline.benchmark.run;

import dev.rampline.benchmark.CoreComparison;
import dev.rampline.benchmark.Measurement;
import dev.rampline.benchmark.report.Figure;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** The figures of the core, with java-jwt's verification of the same token as the baseline. */
final class CoreFigures {
  private static final String BASELINE = "JavaJwt";

  private CoreFigures() {}

  static List<Figure> measure(int rounds) throws RunnerException {
    List<Measurement> measurements = CoreComparison.measure(rounds);
    List<Figure> figures = new ArrayList<>();
    for (Measurement measurement : measurements) {
      if (!measurement.name().endsWith(BASELINE)) {
        figures.addAll(figures(measurement.name(), Figure.PRODUCTION, measurement));
        measurements.stream()
            .filter(baseline -> isBaseline(baseline, measurement))
            .forEach(baseline -> figures.addAll(figures(measurement.name(), "java-jwt", baseline)));
      }
    }
    return figures;
  }

  private static boolean isBaseline(Measurement baseline, Measurement measurement) {
    return baseline.name().endsWith(BASELINE)
        && measurement.name().startsWith(baseline.name().replace(BASELINE, ""));
  }

  private static List<Figure> figures(String situation, String variant, Measurement measurement) {
    return List.of(
        Figure.of(situation, variant, "time", "ns", measurement.nanoseconds()),
        Figure.of(situation, variant, "allocation", "bytes", measurement.bytes()));
  }
}
