package dev.rampline.cli;

import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what {@code --version} prints, for users of tools with such a command. */
@Command(name = "version", description = "Print version information.")
final class VersionCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Objects.requireNonNull(spec.parent())
        .commandLine()
        .printVersionHelp(spec.commandLine().getOut());
  }
}
