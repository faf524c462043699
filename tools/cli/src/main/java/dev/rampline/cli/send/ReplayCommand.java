package dev.rampline.cli.send;

import dev.rampline.cli.options.KeyOptions;
import dev.rampline.cli.options.ReceiverOptions;
import dev.rampline.cli.options.SignalRunListener;
import dev.rampline.cli.options.SigningOptions;
import dev.rampline.cli.options.Version;
import dev.rampline.cli.terminal.ProgressLine;
import dev.rampline.cli.terminal.ShutdownHooks;
import dev.rampline.operations.recovery.RateLimiter;
import dev.rampline.operations.recovery.RunListener;
import dev.rampline.replay.Replay;
import dev.rampline.send.SigningConfig;
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

/** Sends captured requests again. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Send captured requests again.",
      "A file holds an API Gateway event, whose body and headers are sent, or a body, which is"
          + " sent byte for byte. Files of a folder are sent in the order of their names. Exits 0"
          + " if every response is 2xx, else 1."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./rampline replay captured/ --to https://receiver.example.com/webhooks/ozzobit",
      "  ./rampline replay events/payloads --sign --rate 5",
      "  ./rampline replay events/gateway/order-completed.jwt.json --json"
    })
public final class ReplayCommand implements Callable<Integer> {
  private static final int MAX_RATE = 3000;

  @Spec private CommandSpec spec;
  @Mixin private ReceiverOptions receiver = new ReceiverOptions();
  @Mixin private SigningOptions signing = new SigningOptions();
  @Mixin private KeyOptions keys = new KeyOptions();

  @Parameters(
      paramLabel = "FILE|FOLDER",
      description = "Send this captured file, or all files of this folder.")
  private Path captured = Path.of("");

  @Option(
      names = "--sign",
      description =
          "Treat bodies as payloads and sign them with the given keys, or those of ./rampline dev.")
  private boolean sign;

  @Option(names = "--json", description = "Print the summary as one line of JSON.")
  private boolean json;

  private @Nullable RateLimiter rateLimiter;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Send at most N requests a second (default: no limit).")
  void setRate(int perSecond) {
    if (perSecond < 1 || perSecond > MAX_RATE) {
      throw new ParameterException(spec.commandLine(), "--rate must be 1 to " + MAX_RATE);
    }
    rateLimiter = new RateLimiter(perSecond, System::nanoTime, Sleeper.system());
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Path> files = CapturedFiles.find(captured);
    SigningConfig config = sign ? signing.config(keys.resolve(receiver.running())) : null;
    ReplaySummary summary = new ReplaySummary(receiver.url(), files.size());
    SignalRunListener listener = new ShutdownHooks().closeOnExit(new SignalRunListener(_ -> {}));
    try (Replay replay = new Replay(receiver.url(), config)) {
      send(files, replay, summary, listener);
    } finally {
      summary.print(spec.commandLine().getOut(), json);
      listener.markDone();
    }
    return summary.isClean() ? 0 : 1;
  }

  private void send(List<Path> files, Replay replay, ReplaySummary summary, RunListener listener)
      throws InterruptedException {
    try (ProgressLine _ = ProgressLine.of(summary::progress)) {
      for (Path file : files) {
        if (rateLimiter != null) {
          rateLimiter.acquire(1);
        }
        if (listener.isStopRequested()) {
          return;
        }
        summary.count(file, replay.send(file));
      }
    }
  }
}
