package dev.rampline.cli.terminal;

import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** Selects colors: on for a terminal, off if the user turned them off. */
public final class Colors {
  private Colors() {}

  /** Returns the color scheme for standard output. */
  public static ColorScheme ofOutput() {
    return Help.defaultColorScheme(ansi(Terminal.isOut(), System.getenv()));
  }

  /** Returns the color scheme for standard error. */
  public static ColorScheme ofErrors() {
    return Help.defaultColorScheme(ansi(Terminal.isErr(), System.getenv()));
  }

  /** Any nonempty value of {@code NO_COLOR} turns colors off: see no-color.org. */
  static Ansi ansi(boolean isTerminal, Map<String, String> environment) {
    boolean turnedOff =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return isTerminal && !turnedOff ? Ansi.ON : Ansi.OFF;
  }
}
