package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Tests completion in real shells. */
class CompletionTest {
  /** Runs what the shell does when Tab is pressed; {@code compopt} works only there. */
  private static final String BASH =
      """
      source "$1"
      compopt() { :; }
      COMP_WORDS=(./rampline "${@:2}")
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _complete_rampline
      printf '%s\n' "${COMPREPLY[@]}"
      """;

  /** The same, with the options that zsh's bashcompinit sets. */
  private static final String ZSH =
      """
      autoload -U +X compinit && compinit -u -D
      source "$1"
      complete() { :; }
      emulate sh
      setopt kshglob noshglob braceexpand
      COMP_WORDS=(./rampline "${@:2}")
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _complete_rampline
      printf '%s\n' "${COMPREPLY[@]}"
      """;

  @TempDir private static Path folder;

  @BeforeAll
  static void write() throws IOException {
    Files.writeString(folder.resolve("completion"), CommandRun.of("completion").out());
  }

  @ParameterizedTest
  @CsvSource({
    "tri, trigger",
    "li, listen",
    "trigger --sc, --scenario",
    "trigger --scenario buy-b, buy-bank-transfer",
    "trigger --scenario conf, conflict",
    "listen --state compl, completed",
    "redrive --from ret, retry"
  })
  void partialWord_isCompleted(String partial, String complete) throws Exception {
    assertThat(completions(List.of("bash", "--norc", "-c", BASH), partial)).contains(complete);
    assumeThat(Files.exists(Path.of("/usr/bin/zsh"))).as("zsh is installed").isTrue();
    assertThat(completions(List.of("zsh", "-f", "-c", ZSH), partial)).contains(complete);
  }

  /** The script finds the values of an option by its label, so labels must differ. */
  @Test
  void labels_ofOptionsWithKnownValues_differWithinACommand() {
    for (CommandLine command : new RamplineCommand().line().getSubcommands().values()) {
      assertThat(command.getCommandSpec().options())
          .filteredOn(option -> option.completionCandidates() != null || option.type().isEnum())
          .extracting(OptionSpec::paramLabel)
          .as(command.getCommandName())
          .doesNotHaveDuplicates();
    }
  }

  private static List<String> completions(List<String> shell, String partial) throws Exception {
    List<String> command =
        Stream.of(
                shell,
                List.of("shell", folder.resolve("completion").toString()),
                List.of(partial.split(" ")))
            .flatMap(List::stream)
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    List<String> lines = process.inputReader().lines().map(String::strip).toList();
    process.waitFor();
    return lines;
  }
}
