package dev.rampline.benchmark.handler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.benchmark.report.Figure;
import dev.rampline.subscriber.Subscriber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs the subscriber with few events: what is measured is right, however long it takes. */
@Timeout(300)
class SubscriberBenchmarksTest {
  @Test
  void events_areWrittenAndLookedUp_byTheProductionSubscriber() throws Exception {
    try (HandlerBenchmarks benchmarks = new HandlerBenchmarks()) {
      List<Figure> figures = benchmarks.subscriber(1, 20, 60);

      // A read, a write, and a message; the lookup's reads before and after its API request.
      assertThat(value(figures, "written", Figure.CALLS)).isEqualTo(3);
      assertThat(value(figures, "written", "API requests per event")).isZero();
      assertThat(value(figures, "written and looked up", Figure.CALLS)).isEqualTo(7);
      assertThat(value(figures, "written and looked up", "API requests per event")).isEqualTo(1);
      assertThat(figures)
          .extracting(Figure::measure)
          .contains("time to readiness", "events", "live heap", "live heap per event");
      assertThat(figures)
          .filteredOn(figure -> !figure.measure().contains("API requests"))
          .filteredOn(figure -> !figure.measure().equals("live heap per event"))
          .allMatch(figure -> figure.value() > 0);
    }
  }

  @Test
  void subscriber_isThatOfTheImage_withItsOptions() throws Exception {
    assertThat(Subscriber.class.getProtectionDomain().getCodeSource().getLocation().getPath())
        .contains("/subscriber/target/");
    assertThat(SubscriberRig.CONTAINER)
        .containsAll(
            Pattern.compile("<jvmFlag>([^<]+)</jvmFlag>")
                .matcher(Files.readString(Path.of("../../subscriber/pom.xml")))
                .results()
                .map(flag -> flag.group(1))
                .filter(flag -> !flag.startsWith("-XX:AOTCache="))
                .toList());
  }

  private static double value(List<Figure> figures, String situation, String measure) {
    return figures.stream()
        .filter(figure -> figure.situation().equals(situation))
        .filter(figure -> figure.measure().equals(measure))
        .mapToDouble(Figure::value)
        .findFirst()
        .orElseThrow();
  }
}
