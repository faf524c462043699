package dev.rampline.cli.development;

import dev.rampline.cli.options.Version;
import dev.rampline.samples.EventFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Regenerates the signed and the hostile sample events from the payloads. */
@Command(
    name = "events",
    hidden = true,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Regenerate events/gateway and events/hostile from events/payloads.")
public final class EventsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--directory",
      defaultValue = "events",
      description = "Write to this folder (default: ${DEFAULT-VALUE}).")
  private Path directory;

  @Override
  public Integer call() throws IOException {
    int files = EventFiles.write(directory);
    spec.commandLine().getOut().println(files + " files changed in " + directory);
    return 0;
  }
}
