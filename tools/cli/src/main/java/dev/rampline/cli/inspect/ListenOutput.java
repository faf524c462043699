package dev.rampline.cli.inspect;

import dev.rampline.listen.EventStreamListener;
import dev.rampline.listen.ReceivedEvent;
import java.io.PrintWriter;

/** Prints events that match a filter, and reports gaps on the error stream. */
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
      print("./rampline dev is running again.");
    }
    started = true;
    paused = false;
  }

  @Override
  public void onEvent(ReceivedEvent event) {
    if (filter.matches(event)) {
      rows.print(event);
      shown++;
    }
  }

  @Override
  public void onDropped(int count) {
    print(count + " events were dropped because they arrived too fast.");
  }

  @Override
  public boolean isDone() {
    return shown >= limit;
  }

  /** Whether a connection was made at least once. */
  boolean hasStarted() {
    return started;
  }

  /** Reports that the connection was lost. */
  void reportDisconnect() {
    if (!paused) {
      print("./rampline dev has stopped; waiting for it to restart …");
      paused = true;
    }
  }

  /** Prints a sentence on the error stream. */
  void print(String sentence) {
    err.println(sentence);
    err.flush();
  }
}
