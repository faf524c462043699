package dev.rampline.devkit.command;

import dev.rampline.adapter.settings.ConfigurationException;
import dev.rampline.devkit.sending.UnansweredException;
import dev.rampline.embedded.PortTakenException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** Says in one line what went wrong. */
final class Failures {
  private Failures() {}

  static int report(Throwable failure, CommandLine line, boolean stacktrace) {
    PrintWriter err = line.getErr();
    err.println(Colours.ofErrors().errorText(sentence(failure)));
    if (stacktrace) {
      failure.printStackTrace(err);
    }
    err.flush();
    return ExitCode.SOFTWARE;
  }

  static String sentence(Throwable failure) {
    return switch (failure) {
      case CommandFailure expected -> String.valueOf(expected.getMessage());
      case UnansweredException nobody -> String.valueOf(nobody.getMessage());
      case ConfigurationException wrong -> String.valueOf(wrong.getMessage());
      case PortTakenException taken ->
          "Port %d is in use: end what listens there, or move all ports with --port-offset N."
              .formatted(taken.port());
      default ->
          "Failed: %s (--stacktrace tells where)"
              .formatted(failure.getMessage() == null ? failure.getClass() : failure.getMessage());
    };
  }
}
