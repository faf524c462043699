package dev.rampline.cli;

import dev.rampline.devkit.listen.EventStreamListener;
import dev.rampline.devkit.listen.ReceivedEvent;
import java.io.PrintWriter;

/** Shows the words that a filter admits, and tells on the error stream what is missing. */
final class ListenOutput implements EventStreamListener {
  private final EventFilter filter;
  private final EventRows rows;
  private final int limit;
  private final PrintWriter err;
  private int shown;
  private boolean started;
  private boolean paused;

  ListenOutput(EventFilter filter, EventRows rows, int limit, PrintWriter err) {
    this.filter = filter;
    this.rows = rows;
    this.limit = limit;
    this.err = err;
  }

  @Override
  public void onOpen() {
    if (!started) {
      rows.begin();
    } else if (paused) {
      print("./rampline dev is back.");
    }
    started = true;
    paused = false;
  }

  @Override
  public void onEvent(ReceivedEvent word) {
    if (filter.matches(word)) {
      rows.print(word);
      shown++;
    }
  }

  @Override
  public void onDropped(int words) {
    print(words + " words came too fast to be shown.");
  }

  @Override
  public boolean isDone() {
    return shown >= limit;
  }

  /** Whether it has heard anything of a stack yet. */
  boolean hasStarted() {
    return started;
  }

  /** The stack has gone. */
  void reportDisconnect() {
    if (!paused) {
      print("./rampline dev has gone; waiting for it to come back …");
      paused = true;
    }
  }

  private void print(String sentence) {
    err.println(sentence);
    err.flush();
  }
}
