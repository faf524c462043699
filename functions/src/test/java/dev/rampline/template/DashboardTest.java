package dev.rampline.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampline.adapter.telemetry.Metric;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests that the dashboard shows existing metrics under five questions. */
class DashboardTest {
  private static final Pattern SEARCH =
      Pattern.compile("SEARCH\\('\\{\"rampline\",(\\w+)} MetricName=\"(\\w+)\"', 'Sum'\\)");

  private final JsonNode widgets =
      new JsonMapper()
          .readTree(Template.ofAlarms().properties("Dashboard").path("DashboardBody").asText())
          .path("widgets");

  DashboardTest() throws IOException {}

  @Test
  void dashboard_hasFiveQuestions_eachWithGraphs() {
    List<String> kinds =
        Template.elements(widgets).map(widget -> widget.path("type").asText()).toList();

    assertThat(String.join(" ", kinds)).matches("(text( metric)+ ?){5}");
    assertThat(widgets)
        .filteredOn(widget -> widget.path("type").asText().equals("text"))
        .allSatisfy(
            widget ->
                assertThat(widget.at("/properties/markdown").asText())
                    .startsWith("## ")
                    .endsWith("?"));
  }

  @Test
  void graphs_ofRampline_showExistingMetrics() {
    assertThat(metrics())
        .filteredOn(metric -> metric.path(0).asText().equals("rampline"))
        .isNotEmpty()
        .allSatisfy(
            metric -> {
              assertThat(metric.path(2).asText()).isEqualTo("function");
              assertThat(metricNames()).contains(metric.path(1).asText());
            });
  }

  @Test
  void searches_useExistingMetricAndDimension() {
    assertThat(metrics())
        .map(metric -> metric.path(0).path("expression").asText())
        .filteredOn(expression -> !expression.isEmpty())
        .isNotEmpty()
        .allSatisfy(
            expression ->
                assertThat(SEARCH.matcher(expression).results())
                    .singleElement()
                    .satisfies(found -> assertThat(dimensions(found)).contains(found.group(1))));
  }

  @Test
  void widgets_fitIntoTheGrid_withoutOverlap() {
    assertThat(widgets)
        .allSatisfy(
            widget ->
                assertThat(widget.path("x").asInt() + widget.path("width").asInt())
                    .isLessThanOrEqualTo(24));
    assertThat(widgets)
        .extracting(widget -> Set.of("x" + widget.path("x"), "y" + widget.path("y")))
        .doesNotHaveDuplicates();
  }

  private List<JsonNode> metrics() {
    return Template.elements(widgets)
        .flatMap(widget -> Template.elements(widget.at("/properties/metrics")))
        .toList();
  }

  private static List<String> metricNames() {
    return Arrays.stream(Metric.values()).map(Metric::text).toList();
  }

  private static List<String> dimensions(MatchResult found) {
    return Arrays.stream(Metric.values())
        .filter(metric -> metric.text().equals(found.group(2)))
        .flatMap(metric -> metric.dimensions().stream())
        .toList();
  }
}
