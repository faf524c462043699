package dev.rampline.cli.inspect;

import dev.rampline.cli.terminal.JsonLines;
import dev.rampline.cli.terminal.PrintableText;
import dev.rampline.listen.ReceivedEvent;
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
 * Prints events, one per line.
 *
 * @param out the output
 * @param ansi whether to print colors
 * @param json whether to print JSON
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

  void print(ReceivedEvent event) {
    if (json) {
      JsonLines.print(out, event.json());
      return;
    }
    out.printf(
        ROW,
        time(event),
        event.state().orElse("-"),
        colored(event),
        event.channel().orElse("-"),
        rest(event));
    out.flush();
  }

  private static String time(ReceivedEvent event) {
    String at = event.text("at").orElse("");
    try {
      return TIME.format(Instant.parse(at));
    } catch (DateTimeException invalid) {
      return at;
    }
  }

  /** Returns the subject, or the reason why the event has none. */
  private static String rest(ReceivedEvent event) {
    Optional<String> status =
        event.decision().filter("rejected"::equals).flatMap(_ -> event.text("status"));
    Optional<String> resolved = event.conflict("resolved").map(state -> "settled: " + state);
    return Stream.of(event.subject(), status, resolved, event.text("reason"), event.text("fault"))
        .flatMap(Optional::stream)
        .map(PrintableText::of)
        .collect(Collectors.joining("  "));
  }

  private String colored(ReceivedEvent event) {
    String decision = event.decision().orElse("-");
    String style = event.conflict("resolved").isPresent() ? "green" : style(decision);
    return ansi.string("@|%s %s|@".formatted(style, DECISION.formatted(decision)));
  }

  private static String style(String decision) {
    return switch (decision) {
      case "state-changed", "fields-updated" -> "green";
      case "conflict", "rejected", "failed", "dead-lettered", "unavailable" -> "red";
      case "unverified", "unrecognized", "queued-for-retry", "deferred" -> "yellow";
      default -> "faint";
    };
  }
}
