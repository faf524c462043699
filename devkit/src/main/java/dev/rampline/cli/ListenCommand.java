package dev.rampline.cli;

import dev.rampline.devkit.listen.EventStreamClient;
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

/** Shows what arrives. */
@Command(
    name = "listen",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Show what arrives at ./rampline dev, as it arrives.",
      "A line tells when, which state was told, what was decided, by which channel it came, and whom"
          + " it is about. It takes nothing from the events queue. If dev goes away it waits for it to come back; Ctrl-C"
          + " ends it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline listen",
      "  ./rampline listen --decision conflict,unrecognized",
      "  ./rampline listen --id order-7 --json",
      "  ./rampline listen --state completed --limit 1"
    })
final class ListenCommand implements Callable<Integer> {
  private static final Duration RETRY_DELAY = Duration.ofMillis(500);

  @Spec private CommandSpec spec;
  @Mixin private EventFilter filter = new EventFilter();
  @Mixin private PortOffset portOffset = new PortOffset();

  private int limit = Integer.MAX_VALUE;

  @Option(names = "--json", description = "Print each word as one line of JSON.")
  private boolean json;

  @Option(names = "--limit", paramLabel = "N", description = "End after so many lines.")
  void setLimit(int most) {
    if (most < 1) {
      throw new ParameterException(spec.commandLine(), "--limit wants at least 1");
    }
    limit = most;
  }

  @Override
  public Integer call() throws InterruptedException {
    URI inspector = URI.create("http://127.0.0.1:" + portOffset.ports().inspector());
    EventRows rows =
        new EventRows(
            spec.commandLine().getOut(), spec.commandLine().getColorScheme().ansi(), json);
    ListenOutput shown = new ListenOutput(filter, rows, limit, spec.commandLine().getErr());
    try (EventStreamClient words = new EventStreamClient(inspector)) {
      while (!listen(words, shown, inspector)) {
        shown.reportDisconnect();
        // Not a wait for anything that could tell: nobody is there.
        Thread.sleep(RETRY_DELAY);
      }
    }
    return 0;
  }

  private static boolean listen(EventStreamClient words, ListenOutput shown, URI inspector)
      throws InterruptedException {
    try {
      return words.listen(shown);
    } catch (IOException unreachable) {
      if (shown.hasStarted()) {
        return false;
      }
      throw new CommandFailure(
          "Nobody tells anything at %s: start ./rampline dev first, or give its --port-offset."
              .formatted(inspector),
          unreachable);
    }
  }
}
