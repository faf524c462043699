package dev.rampline.devkit.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.samples.SampleStory;
import dev.rampline.devkit.samples.StoryCatalog;
import java.io.PrintWriter;
import java.util.List;

/**
 * Shows which events, stories and mishaps there are.
 *
 * @param out where they are printed
 * @param json whether as JSON
 */
record EventList(PrintWriter out, boolean json) {
  private static final String EVENT = "%-29s %-29s %-8s %s%n";
  private static final String STORY = "%-19s%s%n";

  void print(StoryCatalog catalog) {
    if (json) {
      printJson(catalog);
    } else {
      printRows(catalog);
    }
  }

  private void printRows(StoryCatalog catalog) {
    out.printf(EVENT, "EVENT", "SAMPLE", "SIDE", "SHAPE");
    for (SampleEvent event : catalog.events()) {
      out.printf(EVENT, event.event(), event.name(), event.side(), event.shape());
    }
    print("STORY", catalog.stories());
    print("MISHAP", catalog.mishaps());
    out.flush();
  }

  private void print(String heading, List<SampleStory> stories) {
    out.println();
    out.printf(STORY, heading, "WHAT HAPPENS");
    stories.forEach(story -> out.printf(STORY, story.name(), story.description()));
  }

  private void printJson(StoryCatalog catalog) {
    catalog.events().forEach(this::printJson);
    catalog.stories().forEach(story -> printJson("story", story));
    catalog.mishaps().forEach(mishap -> printJson("mishap", mishap));
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

  private void printJson(String kind, SampleStory story) {
    ObjectNode object =
        JsonLines.object().put(kind, story.name()).put("description", story.description());
    ArrayNode told = object.putArray("events");
    story.steps().forEach(step -> told.add(step.event().event()));
    JsonLines.print(out, object);
  }
}
