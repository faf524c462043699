package dev.rampline.devkit.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in a few lines what is wrong with a command line, without the whole help around it. */
final class Mistakes {
  private Mistakes() {}

  static int report(ParameterException mistake) {
    CommandLine line = mistake.getCommandLine();
    PrintWriter err = line.getErr();
    err.println(Colours.ofErrors().errorText(mistake.getMessage()));
    UnmatchedArgumentException.printSuggestions(mistake, err);
    err.println("./" + line.getCommandSpec().qualifiedName() + " --help tells more.");
    err.flush();
    return ExitCode.USAGE;
  }
}
