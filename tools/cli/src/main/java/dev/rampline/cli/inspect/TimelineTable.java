package dev.rampline.cli.inspect;

import dev.rampline.cli.terminal.TextTable;
import dev.rampline.event.TrustLevel;
import dev.rampline.operations.lookup.TimelineRow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Formats the events of a subject, with a line for each day. */
final class TimelineTable {
  private static final DateTimeFormatter DATE = format("yyyy-MM-dd");
  private static final DateTimeFormatter TIME = format("HH:mm:ss");
  private static final String UNKNOWN = "-";

  private TimelineTable() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
  }

  static String dateAndTime(Instant at) {
    return DATE.format(at) + " " + TIME.format(at);
  }

  static List<String> lines(List<TimelineRow> rows) {
    TextTable table =
        new TextTable()
            .row("received", "state", "channel", "trust", "decision", "version", "reported");
    String day = "";
    for (TimelineRow row : rows) {
      String date = DATE.format(row.receivedAt());
      if (!date.equals(day)) {
        table.row(date);
        day = date;
      }
      table.row(
          TIME.format(row.receivedAt()),
          row.state().text(),
          row.channel().text(),
          text(Optional.ofNullable(row.trust()).map(TrustLevel::text).orElse(null)),
          text(row.decision()),
          text(row.version()),
          reported(row));
    }
    return table.lines();
  }

  private static String reported(TimelineRow row) {
    return Stream.of(
            Optional.ofNullable(row.reported()),
            Optional.of("confirms the state").filter(_ -> row.confirmed()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private static String text(@Nullable Object value) {
    return value == null ? UNKNOWN : value.toString();
  }
}
