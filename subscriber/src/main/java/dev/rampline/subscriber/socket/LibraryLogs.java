package dev.rampline.subscriber.socket;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns off the libraries' own logs, because they quote what the server sent. */
final class LibraryLogs {
  /** Strong references, because the JDK drops a logger and its level if it is unreferenced. */
  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("io.socket"), Logger.getLogger("okhttp3"));

  private LibraryLogs() {}

  static void silence() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
  }
}
