package dev.rampline.devkit.command;

import dev.rampline.devkit.samples.SampleEvent;
import java.io.PrintWriter;
import java.util.List;

/** Shows which events there are. */
record EventList(PrintWriter out) {
  private static final String ROW = "%-36s %-32s %-9s %s%n";

  void print(List<SampleEvent> events, boolean json) {
    if (!json) {
      out.printf(ROW, "EVENT", "SAMPLE", "SIDE", "SHAPE");
    }
    for (SampleEvent event : events) {
      if (json) {
        printJson(event);
      } else {
        out.printf(ROW, event.event(), event.name(), event.side(), event.shape());
      }
    }
    out.flush();
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
}
