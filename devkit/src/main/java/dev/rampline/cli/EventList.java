package dev.rampline.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.samples.SampleScenario;
import dev.rampline.devkit.samples.ScenarioCatalog;
import java.io.PrintWriter;
import java.util.List;

/**
 * Shows which events, stories and mishaps there are.
 *
 * @param out where they are printed
 * @param json whether as JSON
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
    print("STORY", catalog.scenarios());
    print("MISHAP", catalog.faultScenarios());
    out.flush();
  }

  private void print(String heading, List<SampleScenario> stories) {
    out.println();
    out.printf(SCENARIO_ROW, heading, "WHAT HAPPENS");
    stories.forEach(story -> out.printf(SCENARIO_ROW, story.name(), story.description()));
  }

  private void printJson(ScenarioCatalog catalog) {
    catalog.events().forEach(this::printJson);
    catalog.scenarios().forEach(story -> printJson("story", story));
    catalog.faultScenarios().forEach(mishap -> printJson("mishap", mishap));
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

  private void printJson(String kind, SampleScenario story) {
    ObjectNode object =
        JsonLines.object().put(kind, story.name()).put("description", story.description());
    ArrayNode told = object.putArray("events");
    story.steps().forEach(step -> told.add(step.event().event()));
    JsonLines.print(out, object);
  }
}
