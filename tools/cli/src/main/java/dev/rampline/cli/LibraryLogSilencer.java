package dev.rampline.cli;

import java.util.List;

/**
 * Turns off the logs of libraries, unless {@code --stacktrace} is given. It must run before a
 * library logs its first message.
 */
public final class LibraryLogSilencer {
  private static final String STACKTRACE_OPTION = "--stacktrace";

  /** {@code java.util.logging} creates an instance instead of attaching a console handler. */
  public LibraryLogSilencer() {}

  static void silenceUnlessRequested(String... arguments) {
    if (!List.of(arguments).contains(STACKTRACE_OPTION)) {
      System.setProperty("java.util.logging.config.class", LibraryLogSilencer.class.getName());
      System.setProperty("org.apache.logging.log4j.level", "OFF");
    }
  }
}
