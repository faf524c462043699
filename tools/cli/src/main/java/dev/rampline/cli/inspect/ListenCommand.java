package dev.rampline.cli.inspect;

import dev.rampline.cli.options.InstallationOptions;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.CommandFailure;
import dev.rampline.inspector.EventStore;
import dev.rampline.inspector.stack.StackSource;
import dev.rampline.listen.EventStreamClient;
import dev.rampline.operations.stack.StackAccess;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
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
      "Show events as they arrive at an installation.",
      "Each line shows the time, the state, the decision, the channel and the subject."
          + " Does not consume messages. If dev stops, the command waits for it to restart. Stop"
          + " it with Ctrl-C.",
      "With --stack it reads the table's stream, and events that change nothing from the functions'"
          + " logs, with a delay. Do not run more than one at a time on a stack, nor beside an"
          + " inspector: DynamoDB slows down the third reader of a stream."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline listen",
      "  ./rampline listen --decision conflict,unrecognized",
      "  ./rampline listen --id order-7 --json",
      "  ./rampline listen --state completed --limit 1",
      "  ./rampline listen --stack rampline --region eu-central-1"
    })
public final class ListenCommand implements Callable<Integer> {
  private static final Duration RETRY_DELAY = Duration.ofMillis(500);

  @Spec private CommandSpec spec;
  @Mixin private EventFilter filter = new EventFilter();
  @Mixin private InstallationOptions installation = new InstallationOptions();

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
    EventRows rows =
        new EventRows(
            spec.commandLine().getOut(), spec.commandLine().getColorScheme().ansi(), json);
    ListenOutput output = new ListenOutput(filter, rows, limit, spec.commandLine().getErr());
    Optional<StackAccess> stack = installation.stack();
    if (stack.isPresent()) {
      listen(stack.get(), output);
    } else {
      listen(output);
    }
    return 0;
  }

  private void listen(StackAccess stack, ListenOutput output) throws InterruptedException {
    EventStore store = new EventStore(installation.environment());
    StackSource.Settings settings =
        new StackSource.Settings(false, Duration.ZERO, installation::explanation, output::print);
    try (StackSource source = StackSource.start(stack, store, settings)) {
      source.awaitFirstPoll();
      store.listen(output);
    }
  }

  private void listen(ListenOutput output) throws InterruptedException {
    URI inspector = URI.create("http://127.0.0.1:" + installation.portOffset().ports().inspector());
    try (EventStreamClient client = new EventStreamClient(inspector)) {
      while (!listen(client, output, inspector)) {
        output.reportDisconnect();
        // Retry after a fixed delay: nothing signals that the inspector has started.
        Thread.sleep(RETRY_DELAY);
      }
    }
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
