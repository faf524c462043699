package dev.rampline.cli;

import java.util.Map;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** Colours are for people who look at a terminal and have not asked for none. */
final class Colors {
  private Colors() {}

  /** Those of standard output. */
  static ColorScheme ofOutput() {
    return Help.defaultColorScheme(ansi(Terminal.isOut(), System.getenv()));
  }

  /** Those of standard error. */
  static ColorScheme ofErrors() {
    return Help.defaultColorScheme(ansi(Terminal.isErr(), System.getenv()));
  }

  /** See no-color.org: any value of {@code NO_COLOR} but an empty one. */
  static Ansi ansi(boolean isTerminal, Map<String, String> environment) {
    boolean unwanted =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return isTerminal && !unwanted ? Ansi.ON : Ansi.OFF;
  }
}
