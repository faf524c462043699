package dev.rampline.devkit.command;

import dev.rampline.devkit.recovery.Operator;
import dev.rampline.devkit.recovery.Tempo;
import dev.rampline.devkit.replay.Replay;
import dev.rampline.devkit.sending.Seal;
import dev.rampline.time.Pause;
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
  private static final int FASTEST = 3000;

  @Spec private CommandSpec spec;
  @Mixin private Recipient recipient = new Recipient();
  @Mixin private Signing signing = new Signing();
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

  private @Nullable Tempo tempo;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "How many a second are sent at most (default: one after the other).")
  void setRate(int perSecond) {
    if (perSecond < 1 || perSecond > FASTEST) {
      throw new ParameterException(spec.commandLine(), "--rate wants 1 to " + FASTEST);
    }
    tempo = new Tempo(perSecond, System::nanoTime, Pause.real());
  }

  @Override
  public Integer call() throws InterruptedException {
    List<Path> files = Captured.files(captured);
    Seal seal = sign ? signing.seal(keys.givenOrOf(recipient.running())) : null;
    ReplayTally tally = new ReplayTally(recipient.url(), files.size());
    Signalled operator = new Ending().with(new Signalled(_ -> {}));
    try (Replay replay = new Replay(recipient.url(), seal)) {
      send(files, replay, tally, operator);
    } finally {
      tally.print(spec.commandLine().getOut(), json);
      operator.release();
    }
    return tally.isClean() ? 0 : 1;
  }

  private void send(List<Path> files, Replay replay, ReplayTally tally, Operator operator)
      throws InterruptedException {
    try (Progress _ = Progress.of(tally::progress)) {
      for (Path file : files) {
        if (tempo != null) {
          tempo.await(1);
        }
        if (operator.hasEnough()) {
          return;
        }
        tally.count(file, replay.send(file));
      }
    }
  }
}
