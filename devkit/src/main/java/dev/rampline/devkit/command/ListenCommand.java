package dev.rampline.devkit.command;

import dev.rampline.devkit.listening.WordStream;
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
      "  ./rampline listen --decision conflict,unrecognised",
      "  ./rampline listen --id order-7 --json",
      "  ./rampline listen --state completed --limit 1"
    })
final class ListenCommand implements Callable<Integer> {
  private static final Duration BEFORE_ANOTHER_TRY = Duration.ofMillis(500);

  @Spec private CommandSpec spec;
  @Mixin private WordFilter filter = new WordFilter();
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
    WordRows rows =
        new WordRows(spec.commandLine().getOut(), spec.commandLine().getColorScheme().ansi(), json);
    ShownWords shown = new ShownWords(filter, rows, limit, spec.commandLine().getErr());
    try (WordStream words = new WordStream(inspector)) {
      while (!heardEnough(words, shown, inspector)) {
        shown.pause();
        // Not a wait for anything that could tell: nobody is there.
        Thread.sleep(BEFORE_ANOTHER_TRY);
      }
    }
    return 0;
  }

  private static boolean heardEnough(WordStream words, ShownWords shown, URI inspector)
      throws InterruptedException {
    try {
      return words.listen(shown);
    } catch (IOException unreachable) {
      if (shown.hasBegun()) {
        return false;
      }
      throw new CommandFailure(
          "Nobody tells anything at %s: start ./rampline dev first, or give its --port-offset."
              .formatted(inspector),
          unreachable);
    }
  }
}
