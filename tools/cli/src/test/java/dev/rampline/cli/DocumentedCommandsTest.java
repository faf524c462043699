package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampline.documents.CommandTestedElsewhere;
import dev.rampline.documents.DocumentedCommand;
import dev.rampline.documents.UntestedCommand;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a page tells its reader to type does what the page says. */
class DocumentedCommandsTest {
  @TempDir private static Path folder;
  private static DocumentedCommandFixture stage;

  @BeforeAll
  static void start() throws Exception {
    stage = new DocumentedCommandFixture(folder);
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @TestFactory
  Stream<DynamicTest> command_ofOurs_endsAsItsPageSays() {
    Set<String> told = new HashSet<>();
    return DocumentedCommand.all()
        .filter(DocumentedCommand::isOurs)
        .filter(command -> !isRunElsewhere(command) && !isRunNowhere(command))
        .filter(command -> told.add(command.text()))
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command.page() + " " + command.text(),
                    () -> {
                      CommandRun run = stage.run(command);
                      assertThat(run.code()).as(run.out() + run.err()).isEqualTo(promised(command));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> name_ofACommand_isThatOfOne() {
    return DocumentedCommand.names()
        .map(DocumentedCommand::text)
        .distinct()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> assertThat(helped(name).code()).as(helped(name).err()).isZero()));
  }

  @Test
  void command_ofAnotherTool_isRunByTheScriptThatTheTableNames() {
    assertThat(DocumentedCommand.all())
        .filteredOn(command -> !command.isOurs())
        .isNotEmpty()
        .filteredOn(command -> !isRunElsewhere(command) && !isRunNowhere(command))
        .isEmpty();
    assertThat(CommandTestedElsewhere.all()).filteredOn(listed -> !listed.hasScript()).isEmpty();
  }

  @Test
  void table_holdsNoCommandThatNoPageTells() {
    List<DocumentedCommand> told = DocumentedCommand.all().toList();

    assertThat(CommandTestedElsewhere.all())
        .filteredOn(listed -> told.stream().noneMatch(listed::matches))
        .isEmpty();
    assertThat(UntestedCommand.all())
        .filteredOn(listed -> told.stream().noneMatch(listed::matches))
        .isEmpty();
  }

  /** What tells only what it would do says so by its exit code. */
  private static int promised(DocumentedCommand command) {
    return command.text().endsWith("--aws") && command.text().contains(" erase ") ? 1 : 0;
  }

  private static CommandRun helped(String name) {
    String[] words = (name + " --help").split(" ");
    return CommandRun.of(Stream.of(words).skip(1).toArray(String[]::new));
  }

  private static boolean isRunElsewhere(DocumentedCommand command) {
    return CommandTestedElsewhere.all().stream().anyMatch(listed -> listed.matches(command));
  }

  private static boolean isRunNowhere(DocumentedCommand command) {
    return UntestedCommand.all().stream().anyMatch(listed -> listed.matches(command));
  }
}
