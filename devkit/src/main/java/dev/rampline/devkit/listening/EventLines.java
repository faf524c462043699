package dev.rampline.devkit.listening;

import java.util.function.BiConsumer;

/** Puts server-sent events together from their lines. */
final class EventLines {
  private final BiConsumer<String, String> heard;
  private final StringBuilder data = new StringBuilder();
  private String name = "";

  /**
   * @param heard is told the name and the data of each event
   */
  EventLines(BiConsumer<String, String> heard) {
    this.heard = heard;
  }

  void accept(String line) {
    if (line.isEmpty()) {
      end();
    } else if (line.startsWith("event:")) {
      name = line.substring("event:".length()).strip();
    } else if (line.startsWith("data:")) {
      data.append(line.substring("data:".length()).strip());
    }
  }

  private void end() {
    if (!data.isEmpty()) {
      heard.accept(name, data.toString());
    }
    data.setLength(0);
    name = "";
  }
}
