package dev.rampline.cli.inspect;

import dev.rampline.cli.options.PortOffset;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.listen.EventStreamClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows events as they arrive. */
@Command(
    name = "listen",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Show events as they arrive at ./rampline dev.",
      "Each line shows the time, the reported state, the decision, the channel and the subject."
          + " Does"
          + " not consume messages. If dev stops, the command waits for it to restart. Stop it with"
          + " Ctrl-C."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline listen",
      "  ./rampline listen --decision conflict,unrecognized",
      "  ./rampline listen --id order-7 --json",
      "  ./rampline listen --state completed --limit 1"
    })
public final class ListenCommand implements Callable<Integer> {
  private static final Duration RETRY_DELAY = Duration.ofMillis(500);

  @Spec private CommandSpec spec;
  @Mixin private EventFilter filter = new EventFilter();
  @Mixin private PortOffset portOffset = new PortOffset();

  private int limit = Integer.MAX_VALUE;

  @Option(names = "--json", description = "Print each event as one line of JSON.")
  private boolean json;

  @Option(names = "--limit", paramLabel = "N", description = "Stop after N lines.")
  void setLimit(int lines) {
    if (lines < 1) {
      throw new ParameterException(spec.commandLine(), "--limit must be at least 1");
    }
    limit = lines;
  }

  @Override
  public Integer call() throws InterruptedException {
    URI inspector = URI.create("http://127.0.0.1:" + portOffset.ports().inspector());
    EventRows rows =
        new EventRows(
            spec.commandLine().getOut(), spec.commandLine().getColorScheme().ansi(), json);
    ListenOutput output = new ListenOutput(filter, rows, limit, spec.commandLine().getErr());
    try (EventStreamClient client = new EventStreamClient(inspector)) {
      while (!listen(client, output, inspector)) {
        output.reportDisconnect();
        // Retry after a fixed delay: nothing signals that the inspector has started.
        Thread.sleep(RETRY_DELAY);
      }
    }
    return 0;
  }

  private static boolean listen(EventStreamClient client, ListenOutput output, URI inspector)
      throws InterruptedException {
    try {
      return client.listen(output);
    } catch (IOException unreachable) {
      if (output.hasStarted()) {
        return false;
      }
      throw new CommandFailure(
          "Cannot connect to %s. Start `./rampline dev` first, or give its --port-offset."
              .formatted(inspector),
          unreachable);
    }
  }
}
