package dev.rampline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Runs the command with another program in place of the benchmarks. */
@Isolated("sets the system property of the project's folder")
class BenchCommandTest {
  private static final String HOME = "rampline.home";
  private static final String PROGRAM =
      """
      package dev.rampline.benchmark.run;
      public class Benchmarks {
        public static void main(String[] arguments) throws Exception {
          java.nio.file.Files.writeString(
              java.nio.file.Path.of("OUTPUT"), String.join(" ", arguments));
          System.exit(arguments.length);
        }
      }
      """;

  @TempDir private Path home;

  @BeforeEach
  void setHome() {
    System.setProperty(HOME, home.toString());
  }

  @AfterEach
  void clearHome() {
    System.clearProperty(HOME);
  }

  @Test
  void arguments_arePassedOn_andTheExitCodeComesBack() throws Exception {
    Path output = home.resolve("output");
    compile(PROGRAM.replace("OUTPUT", output.toString()));

    CommandRun run = CommandRun.of("bench", "--list", "--report", "folder", "handler", "unknown");

    assertThat(Files.readString(output)).isEqualTo("--list --report folder handler unknown");
    assertThat(run.code()).isEqualTo(5);
  }

  @Test
  void missingBenchmarks_areExplained() {
    CommandRun run = CommandRun.of("bench");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("Run ./rampline bench in a clone of the repository");
  }

  /** A class path may also name a folder. */
  private void compile(String program) throws Exception {
    Path classes = home.resolve("tools/benchmarks/target/rampline-benchmarks.jar");
    Files.createDirectories(classes);
    Path source = Files.writeString(home.resolve("Benchmarks.java"), program);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int code =
        compiler.run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
    assertThat(code).isZero();
  }
}
