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

/** Runs all documented commands. */
class DocumentedCommandsTest {
  @TempDir private static Path folder;
  private static DocumentedCommandFixture fixture;

  @BeforeAll
  static void start() throws Exception {
    fixture = new DocumentedCommandFixture(folder);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @TestFactory
  Stream<DynamicTest> command_exitsAsDocumented() {
    Set<String> documented = new HashSet<>();
    return DocumentedCommand.all()
        .filter(DocumentedCommand::isRampline)
        .filter(command -> !isRunElsewhere(command) && !isRunNowhere(command))
        .filter(command -> documented.add(command.text()))
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command.page() + " " + command.text(),
                    () -> {
                      CommandRun run = fixture.run(command);
                      assertThat(run.code())
                          .as(run.out() + run.err())
                          .isEqualTo(documentedExitCode(command));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> commandName_exists() {
    return DocumentedCommand.names()
        .map(DocumentedCommand::text)
        .distinct()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> assertThat(help(name).code()).as(help(name).err()).isZero()));
  }

  @Test
  void commandOfAnotherTool_isRunByTheNamedScript() {
    assertThat(DocumentedCommand.all())
        .filteredOn(command -> !command.isRampline())
        .isNotEmpty()
        .filteredOn(command -> !isRunElsewhere(command) && !isRunNowhere(command))
        .isEmpty();
    assertThat(CommandTestedElsewhere.all()).filteredOn(listed -> !listed.hasScript()).isEmpty();
  }

  @Test
  void table_containsDocumentedCommandsOnly() {
    List<DocumentedCommand> documented = DocumentedCommand.all().toList();

    assertThat(CommandTestedElsewhere.all())
        .filteredOn(listed -> documented.stream().noneMatch(listed::matches))
        .isEmpty();
    assertThat(UntestedCommand.all())
        .filteredOn(listed -> documented.stream().noneMatch(listed::matches))
        .isEmpty();
  }

  /** A command that only shows what it would do has its own exit code. */
  private static int documentedExitCode(DocumentedCommand command) {
    return command.text().contains(" erase ") && command.text().endsWith("--stack NAME") ? 1 : 0;
  }

  private static CommandRun help(String name) {
    String[] arguments = (name + " --help").split(" ");
    return CommandRun.of(Stream.of(arguments).skip(1).toArray(String[]::new));
  }

  private static boolean isRunElsewhere(DocumentedCommand command) {
    return CommandTestedElsewhere.all().stream().anyMatch(listed -> listed.matches(command));
  }

  private static boolean isRunNowhere(DocumentedCommand command) {
    return UntestedCommand.all().stream().anyMatch(listed -> listed.matches(command));
  }
}
