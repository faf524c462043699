package dev.rampline.devkit.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;
import me.tongfei.progressbar.ProgressBar;

/** Tells how far the fuzzer is: on a terminal as a bar, elsewhere as a line now and then. */
record FuzzProgress(PrintWriter out, Duration length) {
  private static final Duration A_SECOND = Duration.ofSeconds(1);
  private static final int SECONDS_BETWEEN_LINES = 10;

  void follow(FuzzRun run) {
    if (SimulateCommand.isTerminal()) {
      try (ProgressBar bar = new ProgressBar("Seconds", length.toSeconds())) {
        follow(run, seconds -> bar.stepTo(seconds).setExtraMessage(" " + run.state()));
      }
    } else {
      follow(run, seconds -> tell(seconds, run.state()));
    }
  }

  private void tell(long seconds, String state) {
    if (seconds % SECONDS_BETWEEN_LINES == 0) {
      out.println(seconds + " s: " + state);
      out.flush();
    }
  }

  private static void follow(FuzzRun run, LongConsumer eachSecond) {
    Instant begun = Instant.now();
    while (!run.awaitEnd(A_SECOND)) {
      eachSecond.accept(Duration.between(begun, Instant.now()).toSeconds());
    }
  }
}
