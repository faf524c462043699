package dev.rampline.cli.development;

import dev.rampline.cli.options.ProjectHome;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.cli.terminal.ShutdownHooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs the benchmarks in a process of their own: their libraries would make every other command
 * larger. The launcher builds them first.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Run benchmarks of the production classes.",
      "Measures CPU time, latency, and AWS calls of the webhook function beside a handler that is"
          + " written in the usual way. AWS is a stub or the embedded stores in another process."
          + " All benchmarks take about 20 minutes; docs/performance.md explains the figures. They"
          + " need a clone of the repository."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline bench --list",
      "  ./rampline bench handler stores",
      "  ./rampline bench --report target/benchmarks"
    })
public final class BenchCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Run these benchmarks only.")
  private List<String> names = List.of();

  @Option(names = "--list", description = "Print the names of the benchmarks.")
  private boolean list;

  @Option(
      names = "--report",
      paramLabel = "FOLDER",
      description = "Write report.md, report.json, and a plot into this folder.")
  private @Nullable Path report;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path target = ProjectHome.path().resolve("tools/benchmarks/target");
    Path archive = target.resolve("rampline-benchmarks.jar");
    if (!Files.exists(archive)) {
      throw new CommandFailure(
          "Cannot find %s. Run ./rampline bench in a clone of the repository, which builds it."
              .formatted(archive));
    }
    Process process =
        new ProcessBuilder(command(archive + ":" + target.resolve("lib/*"))).inheritIO().start();
    new ShutdownHooks().closeOnExit(process::destroy);
    return process.waitFor();
  }

  private List<String> command(String classPath) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath,
                "dev.rampline.benchmark.run.Benchmarks"));
    if (list) {
      command.add("--list");
    }
    if (report != null) {
      command.addAll(List.of("--report", report.toString()));
    }
    command.addAll(names);
    return command;
  }
}
