package dev.rampline.cli;

import dev.rampline.cli.terminal.Colors;
import dev.rampline.samples.NameSimilarity;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints what is wrong with the arguments and how to correct it, in two lines. */
final class UsageErrorPrinter {
  private UsageErrorPrinter() {}

  static int print(ParameterException failure) {
    CommandLine line = failure.getCommandLine();
    PrintWriter err = line.getErr();
    err.println(Colors.ofErrors().errorText(sentence(failure)));
    err.println("./" + line.getCommandSpec().qualifiedName() + " --help shows the usage.");
    err.flush();
    return ExitCode.USAGE;
  }

  private static String sentence(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    ArgSpec argument = failure.getArgSpec();
    String value = failure.getValue();
    if (argument != null && value != null && isEnumeration(argument)) {
      List<String> names = constants(argument);
      String unknown =
          "Unknown value %s for %s%s"
              .formatted(value, label(argument), new NameSimilarity(value).hint(names));
      return unknown
          + (unknown.endsWith("?") ? " Valid: " : "; valid: ")
          + String.join(", ", names);
    }
    if (argument != null && value != null && isNumber(argument.type())) {
      return "%s must be a number, not %s".formatted(label(argument), value);
    }
    return String.valueOf(failure.getMessage()).replaceFirst("^Error: ", "");
  }

  private static String unmatched(UnmatchedArgumentException failure) {
    String first = failure.getUnmatched().getFirst();
    if (!failure.isUnknownOption() && failure.getCommandLine().getSubcommands().isEmpty()) {
      return "Unexpected argument " + first;
    }
    String hint =
        failure.getSuggestions().stream()
            .findFirst()
            .map("; did you mean %s?"::formatted)
            .orElse("");
    return "Unknown %s %s%s"
        .formatted(failure.isUnknownOption() ? "option" : "command", first, hint);
  }

  private static List<String> constants(ArgSpec argument) {
    return Stream.of(argument.type().getEnumConstants())
        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static boolean isEnumeration(ArgSpec argument) {
    return argument.type().isEnum() && argument.converters().length == 0;
  }

  private static boolean isNumber(Class<?> type) {
    return Stream.of(int.class, long.class, double.class, Integer.class, Long.class)
        .anyMatch(type::equals);
  }

  private static String label(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
