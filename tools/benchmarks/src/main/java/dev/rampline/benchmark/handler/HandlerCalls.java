package dev.rampline.benchmark.handler;

import dev.rampline.benchmark.report.Figure;
import java.io.IOException;

/** Counts the AWS calls of the production handler for {@code .ci/performance}. */
public final class HandlerCalls {
  private static final int ROUNDS = 3;
  private static final int ORDERS = 20;

  private HandlerCalls() {}

  /** Prints the calls for one event of each kind: a number, a space and the kind. */
  public static void main(String... arguments) throws IOException, InterruptedException {
    try (HandlerBenchmarks benchmarks = new HandlerBenchmarks()) {
      benchmarks.eventCosts(HandlerVariant.PRODUCTION, false, ROUNDS, ORDERS).stream()
          .filter(figure -> figure.measure().equals(Figure.CALLS))
          .forEach(figure -> System.out.println(figure.value() + " " + figure.situation()));
    }
  }
}
