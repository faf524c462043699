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
        .contains("  0   as asked", "  1   something failed", "  2   the command line")
        .doesNotContain("  store  ", "  events  ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "stores", "trigger", "sign", "verify", "completion"})
  void helpOfEveryCommand_tellsWhatItDoes(String command) {
    CommandRun help = CommandRun.of(command, "--help");

    assertThat(help.code()).isZero();
    assertThat(help.out()).startsWith("Usage: rampline " + command);
  }

  @Test
  void version_namesJava() {
    assertThat(CommandRun.of("--version").out()).startsWith("rampline ").contains("Java 25");
  }

  @Test
  void completion_isAScript() {
    CommandRun completion = CommandRun.of("completion");

    assertThat(completion.code()).isZero();
    assertThat(completion.out()).contains("complete -F _complete_rampline", "external-stores");
  }

  @Test
  void noCommand_isMisuseAndAnsweredWithWhatToDoNext() {
    CommandRun run = CommandRun.of();

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("./rampline trigger --story", "./rampline listen", "./rampline --help")
        .doesNotContain("Usage");
    assertThat(run.err().lines()).hasSizeLessThan(12).allMatch(line -> line.length() <= 80);
  }

  @Test
  void misspeltCommand_isMisuseAndAnsweredWithALikelyOne() {
    CommandRun run = CommandRun.of("triger");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("There is no command triger; did you mean trigger?");
  }

  @Test
  void misspeltOption_isMisuseAndAnsweredWithALikelyOne() {
    CommandRun run = CommandRun.of("dev", "--port-ofset", "1");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--port-ofset", "did you mean --port-offset?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trigger ORDER_CREATED --transport jvt | There is no jvt for --transport; did you mean jwt? It takes jwt, aes, hmac",
        "simulate --break no-rely | There is no no-rely for --break; did you mean no-relay?",
        "demo --orders many | --orders wants a number, not many",
        "reconcile --for soon | soon is no length of time; write 0, 500ms, 2s or 1m",
        "order one two | two is one argument too many",
        "listen --state complted | there is no state complted; did you mean completed?"
      })
  void valueThatMakesNoSense_isMisuseAndTheWayOutIsTold(String arguments, String sentence) {
    CommandRun run = CommandRun.of(arguments.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(sentence).hasLineCount(2);
  }

  @Test
  void stackTrace_isPrintedOnlyIfAskedForAndWhereverItIsAskedFor() {
    assertThat(CommandRun.of("invoke", "nofile").err()).contains("nofile").doesNotContain("\tat ");
    assertThat(CommandRun.of("invoke", "nofile", "--stacktrace").err()).contains("\tat ");
    assertThat(CommandRun.of("--stacktrace", "invoke", "nofile").err()).contains("\tat ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "50001", "many"})
  void portOffsetOutOfRange_isMisuse(String offset) {
    CommandRun run = CommandRun.of("dev", "--port-offset", offset);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--port-offset");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.1"})
  void storesOnEveryAddressOrOnAnothersMachine_areMisuse(String address) {
    CommandRun run = CommandRun.of("stores", "--bind", address);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("--bind " + address + " is no address of this machine's");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "--nonsense", "dev --nonsense", "trigger", "demo --orders x"})
  void mistake_isToldInThreeLinesAtMostTheLastOfWhichPointsToTheHelp(String arguments) {
    CommandRun run = CommandRun.of(arguments.split(" "));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines())
        .hasSizeBetween(2, 3)
        .last()
        .asString()
        .endsWith("--help tells more.");
  }

  @Test
  void weakKey_isMisuseAndNotPrinted() {
    CommandRun run = CommandRun.of("dev", "--access-token", "too-short");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("These keys cannot be used").doesNotContain("too-short");
  }
}
