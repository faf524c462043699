package dev.rampline.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Detects whether the output streams are terminals. */
public final class Terminal {
  private static final int OUT = 1;
  private static final int ERR = 2;

  private Terminal() {}

  /** Whether standard output is a terminal. */
  public static boolean isOut() {
    return is(OUT);
  }

  /** Whether standard error is a terminal. */
  static boolean isErr() {
    return is(ERR);
  }

  /** Java detects a terminal only for input and output together; Linux for each stream. */
  private static boolean is(int stream) {
    try {
      Path device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream));
      return device.startsWith("/dev/pts") || device.toString().startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException unsupported) {
      return isConsole();
    }
  }

  /** Since JDK 25 {@link System#console()} is null without a terminal. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isConsole() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
