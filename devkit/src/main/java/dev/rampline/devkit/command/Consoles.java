package dev.rampline.devkit.command;

import dev.rampline.devkit.samples.SampleEvent;
import dev.rampline.devkit.sending.EmulatorConsole;
import dev.rampline.devkit.stack.RunningDev;
import java.io.IOException;
import java.util.Optional;

/** Reaches the emulated provider of a running stack. */
final class Consoles {
  private Consoles() {}

  static Optional<EmulatorConsole> of(RunningDev running) {
    return Optional.ofNullable(running.providerUrl())
        .map(url -> new EmulatorConsole(url, running.keys().api().apiSecret()));
  }

  /** Its socket says so, if it has a word for it; returns the exit code. */
  static int speak(SampleEvent event, Optional<RunningDev> running, SentRows rows)
      throws InterruptedException {
    EmulatorConsole console =
        running
            .flatMap(Consoles::of)
            .orElseThrow(
                () -> new CommandFailure("There is no socket: start ./rampline dev first."));
    try {
      boolean spoken = console.speak(event);
      rows.printSaid(event.event(), spoken);
      return spoken ? 0 : 1;
    } catch (IOException unreachable) {
      throw new CommandFailure(
          "The emulated provider does not answer at " + console.api(), unreachable);
    }
  }
}
