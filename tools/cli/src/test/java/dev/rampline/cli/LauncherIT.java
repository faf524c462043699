package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherIT {
  private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();

  @Test
  void command_startsFromTheClassArchive() throws Exception {
    Process version = version("-Xshare:on");

    assertThat(version.waitFor()).as("Java fails if it cannot use the archive").isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:ObjectAlignmentInBytes=16", "-Xbootclasspath/a:."})
  void incompatibleArchive_isIgnoredSilently(String option) throws Exception {
    Process version = version(option);

    assertThat(version.inputReader().lines()).hasSize(2).first().asString().startsWith("rampline ");
    assertThat(version.waitFor()).isZero();
  }

  private static Process version(String javaOption) throws Exception {
    RunningCommand.markAsBuilt();
    ProcessBuilder builder = new ProcessBuilder(HOME.resolve("rampline").toString(), "--version");
    // The Java installation that created the archive.
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JDK_JAVA_OPTIONS", javaOption);
    return builder.start();
  }
}
