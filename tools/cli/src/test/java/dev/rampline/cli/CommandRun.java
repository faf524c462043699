package dev.rampline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The result of a command that ran in this process. */
public record CommandRun(int code, String out, String err) {

  /** Runs a command. */
  public static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = new RamplineCommand().line();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    int code = line.execute(arguments);
    return new CommandRun(code, out.toString(), err.toString());
  }
}
