package dev.rampline.inspector.stack;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What cannot be read at the moment, and why. Thread-safe. */
final class SourceProblems {
  private final Map<Part, String> current = new EnumMap<>(Part.class);
  private final Consumer<String> notices;

  /**
   * @param notices gets a sentence when a problem begins, changes or ends
   */
  SourceProblems(Consumer<String> notices) {
    this.notices = notices;
  }

  /**
   * Reports that a part cannot be read.
   *
   * @param reason why, as a sentence
   */
  synchronized void begin(Part part, String reason) {
    String sentence = part.text + " cannot be read. " + reason;
    if (!sentence.equals(current.put(part, sentence))) {
      notices.accept(sentence);
    }
  }

  /** Reports that a part was read. */
  synchronized void end(Part part) {
    if (current.remove(part) != null) {
      notices.accept(part.text + " can be read again.");
    }
  }

  /** Returns the current problems as sentences. */
  synchronized List<String> current() {
    return List.copyOf(current.values());
  }

  /** What is read. */
  enum Part {
    CHANGES("The table's stream (live changes)"),
    OPEN_RECORDS("The table (open orders and customers)"),
    LOG_ENTRIES("The functions' logs (events that change nothing)");

    private final String text;

    Part(String text) {
      this.text = text;
    }
  }
}
