package dev.rampline.cli;

import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.send.EmulatorClient;
import dev.rampline.devstack.RunningDevStack;
import java.io.IOException;
import java.util.Optional;

/** Reaches the emulated provider of a running stack. */
final class EmulatorConsoles {
  private EmulatorConsoles() {}

  static Optional<EmulatorClient> of(RunningDevStack running) {
    return Optional.ofNullable(running.providerUrl())
        .map(url -> new EmulatorClient(url, running.keys().api().apiSecret()));
  }

  /** Its socket says so, if it has a word for it; returns the exit code. */
  static int sendOnSocket(SampleEvent event, Optional<RunningDevStack> running, SentRows rows)
      throws InterruptedException {
    EmulatorClient console =
        running
            .flatMap(EmulatorConsoles::of)
            .orElseThrow(
                () -> new CommandFailure("There is no socket: start ./rampline dev first."));
    try {
      boolean spoken = console.sendSocketUpdate(event);
      rows.printSocketResult(event.event(), spoken);
      return spoken ? 0 : 1;
    } catch (IOException unreachable) {
      throw new CommandFailure(
          "The emulated provider does not answer at " + console.api(), unreachable);
    }
  }
}
