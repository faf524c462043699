package dev.rampline.devkit.command;

import java.util.List;

/**
 * What libraries log, some of it with stack traces: of no use to whoever types a command, unless
 * one asks for it. Neither kind of log is set up for that before something is logged.
 */
public final class LibraryLogs {
  private static final String ASKED_FOR = "--stacktrace";

  /** Made by {@code java.util.logging}, instead of giving every logger to the console. */
  public LibraryLogs() {}

  static void silenceUnlessAskedFor(String... arguments) {
    if (!List.of(arguments).contains(ASKED_FOR)) {
      System.setProperty("java.util.logging.config.class", LibraryLogs.class.getName());
      System.setProperty("org.apache.logging.log4j.level", "OFF");
    }
  }
}
