package dev.rampline.cli.send;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.samples.SampleEvent;
import dev.rampline.samples.SampleScenario;
import dev.rampline.samples.ScenarioCatalog;
import java.io.PrintWriter;

/**
 * Lists the events and scenarios that {@code trigger} can send.
 *
 * @param out the output
 * @param json whether to print JSON
 */
record EventList(PrintWriter out, boolean json) {
  private static final String EVENT_ROW = "%-29s %-29s %-8s %s%n";
  private static final String SCENARIO_ROW = "%-19s%s%n";

  void print(ScenarioCatalog catalog) {
    if (json) {
      printJson(catalog);
    } else {
      printRows(catalog);
    }
  }

  private void printRows(ScenarioCatalog catalog) {
    out.printf(EVENT_ROW, "EVENT", "SAMPLE", "SIDE", "SHAPE");
    for (SampleEvent event : catalog.events()) {
      out.printf(EVENT_ROW, event.event(), event.name(), event.side(), event.shape());
    }
    out.println();
    out.printf(SCENARIO_ROW, "SCENARIO", "DESCRIPTION");
    for (SampleScenario scenario : catalog.all()) {
      out.printf(SCENARIO_ROW, scenario.name(), scenario.description());
    }
    out.flush();
  }

  private void printJson(ScenarioCatalog catalog) {
    catalog.events().forEach(this::printJson);
    catalog.all().forEach(this::printJson);
  }

  private void printJson(SampleEvent event) {
    JsonLines.print(
        out,
        JsonLines.object()
            .put("event", event.event())
            .put("sample", event.name())
            .put("side", event.side())
            .put("shape", event.shape()));
  }

  private void printJson(SampleScenario scenario) {
    ObjectNode object =
        JsonLines.object()
            .put("scenario", scenario.name())
            .put("description", scenario.description());
    ArrayNode events = object.putArray("events");
    scenario.steps().forEach(step -> events.add(step.event().event()));
    JsonLines.print(out, object);
  }
}
