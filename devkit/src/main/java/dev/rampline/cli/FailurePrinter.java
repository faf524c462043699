package dev.rampline.cli;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.devkit.send.ReceiverUnreachableException;
import dev.rampline.embedded.PortInUseException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** Says in one line what went wrong. */
final class FailurePrinter {
  private FailurePrinter() {}

  static int print(Throwable failure, CommandLine line, boolean stacktrace) {
    PrintWriter err = line.getErr();
    err.println(Colors.ofErrors().errorText(sentence(failure)));
    if (stacktrace) {
      failure.printStackTrace(err);
    }
    err.flush();
    return ExitCode.SOFTWARE;
  }

  static String sentence(Throwable failure) {
    return switch (failure) {
      case CommandFailure expected -> String.valueOf(expected.getMessage());
      case ReceiverUnreachableException nobody -> String.valueOf(nobody.getMessage());
      case ConfigurationException wrong -> String.valueOf(wrong.getMessage());
      case PortInUseException taken ->
          "Port %d is in use: end what listens there, or move all ports with --port-offset N."
              .formatted(taken.port());
      default ->
          "Failed: %s (--stacktrace tells where)"
              .formatted(failure.getMessage() == null ? failure.getClass() : failure.getMessage());
    };
  }
}
