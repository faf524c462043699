package dev.rampline.cli;

import dev.rampline.devkit.replay.Replay;
import dev.rampline.devkit.send.SigningConfig;
import dev.rampline.operations.recovery.RateLimiter;
import dev.rampline.operations.recovery.RunListener;
import dev.rampline.time.Sleeper;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends again what was captured. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Send captured requests again.",
      "A folder's files are sent in the order of their names. A file is an event as API Gateway hands it over, of which body and headers are taken, or a"
          + " body, sent byte for byte. Exits 0 if all were answered with 2xx, else 1."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline replay captured/ --to https://receiver.example.com/webhooks/ozzobit",
      "  ./rampline replay events/payloads --sign --rate 5",
      "  ./rampline replay events/gateway/order-completed.jwt.json --json"
    })
final class ReplayCommand implements Callable<Integer> {
  private static final int MAX_RATE = 3000;

  @Spec private CommandSpec spec;
  @Mixin private ReceiverOptions recipient = new ReceiverOptions();
  @Mixin private SigningOptions signing = new SigningOptions();
  @Mixin private KeyOptions keys = new KeyOptions();

  @Parameters(paramLabel = "FILE|FOLDER", description = "What was captured.")
  private Path captured = Path.of("");

  @Option(
      names = "--sign",
      description =
          "Sign bodies anew, which are payloads then; with the keys given, or those of ./rampline"
              + " dev.")
  private boolean sign;

  @Option(names = "--json", description = "Print the tally as one line of JSON.")
  private boolean json;

  private @Nullable RateLimiter rateLimiter;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "How many a second are sent at most (default: one after the other).")
  void setRate(int perSecond) {
    if (perSecond < 1 || perSecond > MAX_RATE) {
      throw new ParameterException(spec.commandLine(), "--rate wants 1 to " + MAX_RATE);
    }
    rateLimiter = new RateLimiter(perSecond, System::nanoTime, Sleeper.system());
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Path> files = CapturedFiles.find(captured);
    SigningConfig seal = sign ? signing.seal(keys.resolve(recipient.running())) : null;
    ReplaySummary tally = new ReplaySummary(recipient.url(), files.size());
    SignalRunListener operator = new ShutdownHooks().closeOnExit(new SignalRunListener(_ -> {}));
    try (Replay replay = new Replay(recipient.url(), seal)) {
      send(files, replay, tally, operator);
    } finally {
      tally.print(spec.commandLine().getOut(), json);
      operator.markDone();
    }
    return tally.isClean() ? 0 : 1;
  }

  private void send(List<Path> files, Replay replay, ReplaySummary tally, RunListener operator)
      throws InterruptedException {
    try (ProgressLine _ = ProgressLine.of(tally::progress)) {
      for (Path file : files) {
        if (rateLimiter != null) {
          rateLimiter.acquire(1);
        }
        if (operator.isStopRequested()) {
          return;
        }
        tally.count(file, replay.send(file));
      }
    }
  }
}
