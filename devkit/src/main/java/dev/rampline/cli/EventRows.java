package dev.rampline.cli;

import dev.rampline.devkit.listen.ReceivedEvent;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help.Ansi;

/**
 * Prints words, one on a line.
 *
 * @param out where they are printed
 * @param ansi whether in colour
 * @param json whether as JSON
 */
record EventRows(PrintWriter out, Ansi ansi, boolean json) {
  private static final String ROW = "%-8s  %-16s  %s  %-7s  %s%n";
  private static final String DECISION = "%-16s";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  void begin() {
    if (!json) {
      out.printf(ROW, "TIME", "STATE", DECISION.formatted("DECISION"), "CHANNEL", "ID");
      out.flush();
    }
  }

  void print(ReceivedEvent word) {
    if (json) {
      JsonLines.print(out, word.json());
      return;
    }
    out.printf(
        ROW,
        time(word),
        word.state().orElse("-"),
        colored(word.decision().orElse("-")),
        word.channel().orElse("-"),
        rest(word));
    out.flush();
  }

  private static String time(ReceivedEvent word) {
    String at = word.text("at").orElse("");
    try {
      return TIME.format(Instant.parse(at));
    } catch (DateTimeException odd) {
      return at;
    }
  }

  /** Whom it is about, or why there is nobody. */
  private static String rest(ReceivedEvent word) {
    Optional<String> trouble =
        word.decision().filter("rejected"::equals).flatMap(_ -> word.text("status"));
    return Stream.of(word.subject(), trouble, word.text("reason"), word.text("fault"))
        .flatMap(Optional::stream)
        .map(EventRows::printable)
        .collect(Collectors.joining("  "));
  }

  /** Nothing that a stranger says may move the cursor. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  private String colored(String decision) {
    String padded = DECISION.formatted(decision);
    String style =
        switch (decision) {
          case "state-changed", "fields-updated" -> "green";
          case "conflict", "rejected", "failed", "dead-lettered", "unavailable" -> "red";
          case "unverified", "unrecognized", "queued-for-retry", "deferred" -> "yellow";
          default -> "faint";
        };
    return ansi.string("@|%s %s|@".formatted(style, padded));
  }
}
