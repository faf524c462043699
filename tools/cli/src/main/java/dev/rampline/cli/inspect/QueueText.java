package dev.rampline.cli.inspect;

import dev.rampline.cli.terminal.TextTable;
import dev.rampline.operations.lookup.QueueCounts;
import dev.rampline.operations.lookup.WaitingQueue;
import java.util.List;
import java.util.OptionalInt;

/**
 * Says what waits in queues, and which command lists it.
 *
 * @param options the options of these commands, after a space
 */
record QueueText(QueueCounts counts, String options) {
  List<String> lines() {
    TextTable table = new TextTable();
    counts.counts().forEach((queue, count) -> add(table, queue, count));
    return table.lines().isEmpty()
        ? List.of("  empty: retry, quarantine, and all dead-letter queues")
        : table.lines();
  }

  private void add(TextTable table, WaitingQueue queue, OptionalInt count) {
    if (count.isEmpty()) {
      table.row(queue.content(), "not read");
    } else if (count.getAsInt() > 0) {
      String command = queue.command().isEmpty() ? "" : "./rampline " + queue.command() + options;
      table.row(queue.content(), Integer.toString(count.getAsInt()), command);
    }
  }
}
