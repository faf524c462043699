package dev.rampline.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody looks at what is printed. */
final class Terminal {
  private static final int OUT = 1;
  private static final int ERR = 2;

  private Terminal() {}

  /** Whether standard output is a terminal. */
  static boolean isOut() {
    return is(OUT);
  }

  /** Whether standard error is one. */
  static boolean isErr() {
    return is(ERR);
  }

  /** Java tells it of input and output together; Linux of each stream by itself. */
  private static boolean is(int stream) {
    try {
      Path device = Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream));
      return device.startsWith("/dev/pts") || device.toString().startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException elsewhere) {
      return isConsole();
    }
  }

  /** Since JDK 25 there is no console again where there is no terminal. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isConsole() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
