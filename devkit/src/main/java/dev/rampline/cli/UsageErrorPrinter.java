package dev.rampline.cli;

import dev.rampline.devkit.samples.NameSimilarity;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in two lines what is wrong with a command line, and what would be right. */
final class UsageErrorPrinter {
  private UsageErrorPrinter() {}

  static int print(ParameterException mistake) {
    CommandLine line = mistake.getCommandLine();
    PrintWriter err = line.getErr();
    err.println(Colors.ofErrors().errorText(sentence(mistake)));
    err.println("./" + line.getCommandSpec().qualifiedName() + " --help tells more.");
    err.flush();
    return ExitCode.USAGE;
  }

  private static String sentence(ParameterException mistake) {
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched);
    }
    ArgSpec argument = mistake.getArgSpec();
    String value = mistake.getValue();
    if (argument != null && value != null && isEnumeration(argument)) {
      List<String> names = constants(argument);
      String unknown = unknown(value + " for " + label(argument), value, names);
      return unknown
          + (unknown.endsWith("?") ? " It takes " : "; it takes ")
          + String.join(", ", names);
    }
    if (argument != null && value != null && isNumber(argument.type())) {
      return "%s wants a number, not %s".formatted(label(argument), value);
    }
    return String.valueOf(mistake.getMessage()).replaceFirst("^Error: ", "");
  }

  private static String unmatched(UnmatchedArgumentException mistake) {
    String first = mistake.getUnmatched().getFirst();
    CommandLine line = mistake.getCommandLine();
    if (mistake.isUnknownOption()) {
      return unknown("option " + first, first, options(line));
    }
    return line.getSubcommands().isEmpty()
        ? first + " is one argument too many"
        : unknown("command " + first, first, line.getSubcommands().keySet());
  }

  private static List<String> options(CommandLine line) {
    return line.getCommandSpec().options().stream().map(OptionSpec::longestName).toList();
  }

  private static List<String> constants(ArgSpec argument) {
    return Stream.of(argument.type().getEnumConstants())
        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String unknown(String what, String name, Collection<String> names) {
    return "There is no " + what + new NameSimilarity(name).hint(names);
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
