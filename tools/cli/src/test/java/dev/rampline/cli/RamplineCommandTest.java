package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RamplineCommandTest {
  @Test
  void help_namesEveryCommandAndEveryExitCode() {
    CommandRun help = CommandRun.of("--help");

    assertThat(help.code()).isZero();
    assertThat(help.out())
        .startsWith("Usage: rampline [-hV] [--stacktrace] COMMAND")
        .contains("  dev  ", "  stores  ", "  trigger  ", "  sign  ", "  verify  ", "  completion")
        .contains("  0   success", "  1   failure", "  2   invalid arguments")
        .doesNotContain("  store  ", "  events  ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "stores", "trigger", "sign", "verify", "completion"})
  void helpOfEveryCommand_showsItsUsage(String command) {
    CommandRun help = CommandRun.of(command, "--help");

    assertThat(help.code()).isZero();
    assertThat(help.out()).startsWith("Usage: rampline " + command);
  }

  @Test
  void version_namesJava() {
    assertThat(CommandRun.of("--version").out()).startsWith("rampline ").contains("Java 25");
  }

  @Test
  void helpAndVersion_areCommandsToo() {
    assertThat(CommandRun.of("help")).isEqualTo(CommandRun.of("--help"));
    assertThat(CommandRun.of("help", "order").out())
        .isEqualTo(CommandRun.of("order", "--help").out());
    assertThat(CommandRun.of("version")).isEqualTo(CommandRun.of("--version"));
  }

  @Test
  void completion_isAScript() {
    CommandRun completion = CommandRun.of("completion");

    assertThat(completion.code()).isZero();
    assertThat(completion.out()).contains("complete -F _complete_rampline", "external-stores");
  }

  @Test
  void noCommand_printsTheNextSteps() {
    CommandRun run = CommandRun.of();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("./rampline trigger --scenario", "./rampline listen", "./rampline --help")
        .doesNotContain("Usage");
    assertThat(run.err().lines()).hasSizeLessThan(12).allMatch(line -> line.length() <= 80);
  }

  @Test
  void misspelledCommand_suggestsASimilarOne() {
    CommandRun run = CommandRun.of("triger");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("Unknown command triger; did you mean trigger?");
  }

  @Test
  void misspelledOption_suggestsASimilarOne() {
    CommandRun run = CommandRun.of("dev", "--port-ofset", "1");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--port-ofset", "did you mean --port-offset?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trigger ORDER_CREATED --transport jvt | Unknown value jvt for --transport; did you mean jwt? Valid: jwt, aes, hmac",
        "simulate --break no-rely | Unknown value no-rely for --break; did you mean no-relay?",
        "demo --orders many | --orders must be a number, not many",
        "reconcile --for soon | soon is not a duration; use 0, 500ms, 2s or 1m",
        "order one two | Unexpected argument two",
        "listen --state complted | unknown state complted; did you mean completed?"
      })
  void invalidValue_isRejectedWithARemedy(String arguments, String sentence) {
    CommandRun run = CommandRun.of(arguments.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(sentence).hasLineCount(2);
  }

  @Test
  void stackTrace_isPrintedOnlyWithTheOption() {
    assertThat(CommandRun.of("invoke", "nofile").err()).contains("nofile").doesNotContain("\tat ");
    assertThat(CommandRun.of("invoke", "nofile", "--stacktrace").err()).contains("\tat ");
    assertThat(CommandRun.of("--stacktrace", "invoke", "nofile").err()).contains("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "50001", "many"})
  void portOffsetOutOfRange_isRejected(String offset) {
    CommandRun run = CommandRun.of("dev", "--port-offset", offset);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--port-offset");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.1"})
  void bindToAllOrForeignAddresses_isRejected(String address) {
    CommandRun run = CommandRun.of("stores", "--bind", address);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("--bind " + address + " is not an address of this machine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "--nonsense", "dev --nonsense", "trigger", "demo --orders x"})
  void invalidArguments_arePrintedInAtMostThreeLines_andNameTheHelp(String arguments) {
    CommandRun run = CommandRun.of(arguments.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines())
        .hasSizeBetween(2, 3)
        .last()
        .asString()
        .endsWith("--help shows the usage.");
  }

  @Test
  void weakKey_isRejectedAndNotPrinted() {
    CommandRun run = CommandRun.of("dev", KeysFile.of("{\"accessTokens\":[\"too-short\"]}"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("Invalid keys").doesNotContain("too-short");
  }
}
