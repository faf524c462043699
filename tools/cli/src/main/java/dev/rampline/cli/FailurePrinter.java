package dev.rampline.cli;

import dev.rampline.adapter.configuration.ConfigurationException;
import dev.rampline.cli.terminal.Colors;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.cli.terminal.FailureText;
import dev.rampline.embedded.DynamoDbLocalMissingException;
import dev.rampline.embedded.PortInUseException;
import dev.rampline.send.ReceiverUnreachableException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;

/** Prints a failure in one line. */
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
      case ReceiverUnreachableException unreachable -> String.valueOf(unreachable.getMessage());
      case ConfigurationException invalid -> String.valueOf(invalid.getMessage());
      case PortInUseException taken ->
          "Port %d is in use. Stop the process that listens on it, or use --port-offset N."
              .formatted(taken.port());
      case DynamoDbLocalMissingException _ ->
          "DynamoDB Local is missing. Its license does not let Rampline distribute it. Download it"
              + " once with ./rampline stores --download URL, where URL is a Maven repository, such"
              + " as Maven Central.";
      default ->
          "Failed: %s (--stacktrace shows the stack trace)".formatted(FailureText.of(failure));
    };
  }
}
