package dev.rampline.listen;

import java.util.function.BiConsumer;

/** Assembles server-sent events from lines. */
final class SseParser {
  private final BiConsumer<String, String> consumer;
  private final StringBuilder data = new StringBuilder();
  private String name = "";

  /**
   * @param consumer gets the name and the data of each event
   */
  SseParser(BiConsumer<String, String> consumer) {
    this.consumer = consumer;
  }

  void accept(String line) {
    if (line.isEmpty()) {
      dispatch();
    } else if (line.startsWith("event:")) {
      name = line.substring("event:".length()).strip();
    } else if (line.startsWith("data:")) {
      data.append(line.substring("data:".length()).strip());
    }
  }

  private void dispatch() {
    if (!data.isEmpty()) {
      consumer.accept(name, data.toString());
    }
    data.setLength(0);
    name = "";
  }
}
