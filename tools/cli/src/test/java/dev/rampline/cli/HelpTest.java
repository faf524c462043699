package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
  private static final int WIDTH = 80;
  private static final String COMMAND = "./rampline";

  static Stream<String> commands() {
    return Stream.concat(
        Stream.of(""),
        new RamplineCommand()
            .line().getSubcommands().entrySet().stream()
                .filter(command -> !command.getValue().getCommandSpec().usageMessage().hidden())
                .map(command -> command.getKey()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_fitsTheTerminalAndHasExamples(String command) {
    CommandRun help = CommandRun.of((command + " --help").strip().split(" "));

    assertThat(help.code()).isZero();
    assertThat(help.out()).startsWith("Usage: rampline").contains("\nExamples:\n");
    assertThat(help.out().lines()).allMatch(line -> line.length() <= WIDTH);
    assertThat(help.out().lines()).as("none is wrapped").containsAll(examples(command));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void example_isAValidCommandLine(String command) {
    assertThat(examples(command)).isNotEmpty();
    for (String example : examples(command)) {
      CommandLine line = new RamplineCommand().line();

      assertThatNoException()
          .as(example)
          .isThrownBy(() -> line.parseArgs(arguments(example).split(" +")));
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void command_isListedOnOneLine(String command) {
    assertThat(CommandRun.of("--help").out().lines())
        .anyMatch(line -> command.isEmpty() || line.matches("  " + command + " {2,}\\S.*\\."));
  }

  /** {@code ./rampline} prints these files before the first build. */
  @Test
  void printedHelp_isThatOfTheCommand() throws IOException {
    assertThat(committed("help.txt")).isEqualToNormalizingNewlines(CommandRun.of("--help").out());
    assertThat(committed("welcome.txt")).isEqualToNormalizingNewlines(CommandRun.of().err());
  }

  private static String committed(String file) throws IOException {
    return Files.readString(Path.of("src/main/launcher", file));
  }

  private static List<String> examples(String command) {
    CommandLine line = new RamplineCommand().line();
    CommandLine shown =
        command.isEmpty() ? line : Objects.requireNonNull(line.getSubcommands().get(command));
    return Stream.of(shown.getCommandSpec().usageMessage().footer())
        .filter(row -> row.contains(COMMAND))
        .toList();
  }

  /** Returns the arguments of the rampline command in a pipe or a substitution. */
  private static String arguments(String example) {
    return example.replaceFirst(".*\\./rampline", "").replaceFirst("[|)].*", "").strip();
  }
}
