package dev.rampline.subscriber.socket;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The libraries' own logs, which quote what the server said; ours are told by the listener. */
final class LibraryLogs {
  /** Held here, since the JDK forgets the level of a logger that nobody holds. */
  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("io.socket"), Logger.getLogger("okhttp3"));

  private LibraryLogs() {}

  static void silence() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
  }
}
