package dev.rampline.benchmark.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.benchmark.report.Figure;
import dev.rampline.function.webhook.WebhookHandler;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs short rounds: what is measured is right, however long it takes. */
@Timeout(300)
class HandlerBenchmarksTest {
  private static final String PRODUCTION = HandlerVariant.PRODUCTION.text();
  private static final String USUAL = HandlerVariant.USUAL.text();

  @Test
  void eventCosts_countTheCallsOfTheProductionHandler() throws Exception {
    try (HandlerBenchmarks benchmarks = new HandlerBenchmarks()) {
      List<Figure> figures = benchmarks.eventCosts(true, 1, 3);

      assertThat(calls(figures, PRODUCTION, EventKind.NEW)).isEqualTo(2);
      assertThat(calls(figures, PRODUCTION, EventKind.NEXT)).isEqualTo(2);
      assertThat(calls(figures, PRODUCTION, EventKind.DUPLICATE)).isZero();
      assertThat(calls(figures, PRODUCTION, EventKind.NEXT_ELSEWHERE)).isEqualTo(3);
      assertThat(calls(figures, PRODUCTION, EventKind.DUPLICATE_ELSEWHERE)).isEqualTo(1);
      assertThat(calls(figures, USUAL, EventKind.NEW)).isEqualTo(3);
      assertThat(calls(figures, USUAL, EventKind.DUPLICATE)).isEqualTo(1);
      assertThat(figures)
          .filteredOn(figure -> figure.measure().equals(Figure.CPU))
          .hasSize(EventKind.values().length * HandlerVariant.values().length)
          .allMatch(figure -> figure.value() > 0);
    }
  }

  @Test
  void openLoop_answersEveryEvent() throws Exception {
    try (HandlerBenchmarks benchmarks = new HandlerBenchmarks()) {
      assertThat(benchmarks.openLoop(List.of(2), 40, 1))
          .extracting(Figure::measure)
          .contains(Figure.CPU, "p50", "p99", "p99.9");
    }
  }

  @Test
  void hotOrder_countsLostRaces() throws Exception {
    try (HandlerBenchmarks benchmarks = new HandlerBenchmarks()) {
      assertThat(benchmarks.hotOrder(List.of(4), 40))
          .filteredOn(figure -> figure.measure().equals("lost races per event"))
          .singleElement()
          .satisfies(figure -> assertThat(figure.value()).isPositive());
    }
  }

  @Test
  void stores_takeTheEventsOfBothHandlers() throws Exception {
    try (HandlerBenchmarks benchmarks = new HandlerBenchmarks()) {
      assertThat(benchmarks.stores(2, 2)).extracting(Figure::variant).contains(PRODUCTION, USUAL);
    }
  }

  @Test
  void firstAnswer_isMeasuredWithAndWithoutPriming() throws Exception {
    try (HandlerBenchmarks benchmarks = new HandlerBenchmarks()) {
      assertThat(benchmarks.firstAnswer(1))
          .extracting(Figure::variant)
          .contains(PRODUCTION, "not primed", USUAL, HandlerVariant.EMPTY.text());
    }
  }

  @Test
  void productionVariant_isTheHandlerOfTheFunctionsModule() {
    assertThat(HandlerVariant.PRODUCTION.type()).isEqualTo(WebhookHandler.class);
    assertThat(WebhookHandler.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .contains("/functions/target/");
  }

  private static double calls(List<Figure> figures, String variant, EventKind kind) {
    return figures.stream()
        .filter(figure -> figure.measure().equals(Figure.CALLS))
        .filter(figure -> figure.variant().equals(variant))
        .filter(figure -> figure.situation().equals(kind.text()))
        .mapToDouble(Figure::value)
        .findFirst()
        .orElseThrow();
  }
}
