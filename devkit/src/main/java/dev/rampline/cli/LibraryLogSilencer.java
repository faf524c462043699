package dev.rampline.cli;

import java.util.List;

/**
 * What libraries log, some of it with stack traces: of no use to whoever types a command, unless
 * one asks for it. Neither kind of log is set up for that before something is logged.
 */
public final class LibraryLogSilencer {
  private static final String STACKTRACE_OPTION = "--stacktrace";

  /** Made by {@code java.util.logging}, instead of giving every logger to the console. */
  public LibraryLogSilencer() {}

  static void silenceUnlessRequested(String... arguments) {
    if (!List.of(arguments).contains(STACKTRACE_OPTION)) {
      System.setProperty("java.util.logging.config.class", LibraryLogSilencer.class.getName());
      System.setProperty("org.apache.logging.log4j.level", "OFF");
    }
  }
}
