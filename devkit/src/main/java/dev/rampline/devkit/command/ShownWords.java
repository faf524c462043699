package dev.rampline.devkit.command;

import dev.rampline.devkit.listening.ArrivedWord;
import dev.rampline.devkit.listening.Listener;
import java.io.PrintWriter;

/** Shows the words that a filter admits, and tells on the error stream what is missing. */
final class ShownWords implements Listener {
  private final WordFilter filter;
  private final WordRows rows;
  private final int limit;
  private final PrintWriter err;
  private int shown;
  private boolean begun;
  private boolean paused;

  ShownWords(WordFilter filter, WordRows rows, int limit, PrintWriter err) {
    this.filter = filter;
    this.rows = rows;
    this.limit = limit;
    this.err = err;
  }

  @Override
  public void begin() {
    if (!begun) {
      rows.begin();
    } else if (paused) {
      say("./rampline dev is back.");
    }
    begun = true;
    paused = false;
  }

  @Override
  public void hear(ArrivedWord word) {
    if (filter.admits(word)) {
      rows.print(word);
      shown++;
    }
  }

  @Override
  public void miss(int words) {
    say(words + " words came too fast to be shown.");
  }

  @Override
  public boolean hasEnough() {
    return shown >= limit;
  }

  /** Whether it has heard anything of a stack yet. */
  boolean hasBegun() {
    return begun;
  }

  /** The stack has gone. */
  void pause() {
    if (!paused) {
      say("./rampline dev has gone; waiting for it to come back …");
      paused = true;
    }
  }

  private void say(String sentence) {
    err.println(sentence);
    err.flush();
  }
}
